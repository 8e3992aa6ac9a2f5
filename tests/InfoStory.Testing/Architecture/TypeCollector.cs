using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace InfoStory.Testing.Architecture;

/// <summary>Is told of every type in a signature, however deep in arrays, type arguments and pointers, and passes each on. It makes nothing of them.</summary>
internal sealed class TypeCollector(MetadataReader metadata, Action<TypeName> found)
    : ISignatureTypeProvider<string, object?>, ICustomAttributeTypeProvider<string>
{
    private const string Nothing = "", SystemType = "System.Type";

    private readonly string own = metadata.GetString(metadata.GetAssemblyDefinition().Name);

    public TypeName NameOf(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } around
            ? NameOf(around)
            : new(own, metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    public TypeName NameOf(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference => NameOf((TypeReferenceHandle)type.ResolutionScope),
            HandleKind.AssemblyReference => new(
                metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name),
                metadata.GetString(type.Namespace), metadata.GetString(type.Name)),
            _ => new(own, metadata.GetString(type.Namespace), metadata.GetString(type.Name)),
        };
    }

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Found(NameOf(handle));

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Found(NameOf(handle));

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    /// <param name="name">
    /// As typeof in an attribute is kept: the name, with + before what is nested, then a comma and the assembly where that is another.
    /// </param>
    public string GetTypeFromSerializedName(string name)
    {
        var parts = name.Split(',', StringSplitOptions.TrimEntries);
        var outermost = parts[0].Split('+', '[')[0];
        var dot = outermost.LastIndexOf('.');
        return Found(new(parts.Length > 1 ? parts[1] : own, dot < 0 ? "" : outermost[..dot], outermost[(dot + 1)..]));
    }

    public bool IsSystemType(string type) => type == SystemType;

    public string GetSystemType() => SystemType;

    /// <summary>Only how many bytes it takes; no enumeration in an attribute of ours has another size.</summary>
    public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => Nothing;

    public string GetSZArrayType(string elementType) => Nothing;

    public string GetArrayType(string elementType, ArrayShape shape) => Nothing;

    public string GetByReferenceType(string elementType) => Nothing;

    public string GetPointerType(string elementType) => Nothing;

    public string GetPinnedType(string elementType) => Nothing;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => Nothing;

    public string GetFunctionPointerType(MethodSignature<string> signature) => Nothing;

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => genericType;

    public string GetGenericMethodParameter(object? genericContext, int index) => Nothing;

    public string GetGenericTypeParameter(object? genericContext, int index) => Nothing;

    private string Found(TypeName type)
    {
        found(type);
        return type.ToString();
    }
}
