using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace InfoStory.Testing.Architecture;

/// <summary>A type as it was written: what is nested in it, and what the compiler made of it, counts as the type itself.</summary>
public sealed record TypeName(string Assembly, string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}.{Name}";
}

/// <summary>One type says the name of another, anywhere: in a base, a member, a type argument, an attribute or the body of a method.</summary>
public sealed record Naming(TypeName By, TypeName Named);

/// <summary>One type calls a method of another, or words a query with it; a property is read by its get_ method.</summary>
/// <param name="Parameters">How many it takes, the instance not counted.</param>
public sealed record Call(TypeName By, TypeName Of, string Member, int Parameters);

/// <summary>
/// Reads from a compiled assembly which types name which. Constants and nameof leave no trace there: the compiler writes their values in.
/// </summary>
public sealed class TypeReferences
{
    private const int TwoBytes = 0xFE;

    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value, code => code.OperandType);

    private readonly PEReader portable;
    private readonly MetadataReader metadata;
    private readonly TypeCollector collector;
    private readonly HashSet<TypeName> named = [];
    private readonly HashSet<(TypeName Of, string Member, int Parameters)> called = [];

    private TypeReferences(PEReader portable)
    {
        (this.portable, metadata) = (portable, portable.GetMetadataReader());
        collector = new(metadata, type => named.Add(type));
    }

    /// <summary>Every type that this assembly names, with the one that names it; each pair once.</summary>
    public static IReadOnlyList<Naming> In(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        return new TypeReferences(file).Read();
    }

    /// <summary>Every method that the types of this assembly call or word a query with, their own left out.</summary>
    public static IReadOnlyList<Call> CallsIn(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var references = new TypeReferences(file);
        HashSet<Call> calls = [];
        references.Read(by => calls.UnionWith(
            references.called.Where(call => call.Of != by).Select(call => new Call(by, call.Of, call.Member, call.Parameters))));
        return [.. calls];
    }

    private List<Naming> Read()
    {
        HashSet<Naming> namings = [];
        Read(by => namings.UnionWith(named.Where(type => type != by).Select(type => new Naming(by, type))));
        return [.. namings];
    }

    private void Read(Action<TypeName> found)
    {
        foreach (var handle in metadata.TypeDefinitions)
        {
            named.Clear();
            called.Clear();
            Read(metadata.GetTypeDefinition(handle));
            found(collector.NameOf(handle));
        }
    }

    private void Read(TypeDefinition type)
    {
        Name(type.BaseType);
        foreach (var handle in type.GetInterfaceImplementations()) Name(metadata.GetInterfaceImplementation(handle).Interface);
        foreach (var handle in type.GetEvents()) Name(metadata.GetEventDefinition(handle).Type);
        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
        {
            field.DecodeSignature(collector, null);
            Attributes(field.GetCustomAttributes());
        }

        foreach (var property in type.GetProperties().Select(metadata.GetPropertyDefinition))
        {
            property.DecodeSignature(collector, null);
            Attributes(property.GetCustomAttributes());
        }

        foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition)) Read(method);
        Generic(type.GetGenericParameters());
        Attributes(type.GetCustomAttributes());
    }

    private void Read(MethodDefinition method)
    {
        method.DecodeSignature(collector, null);
        Generic(method.GetGenericParameters());
        Attributes(method.GetCustomAttributes());
        foreach (var handle in method.GetParameters()) Attributes(metadata.GetParameter(handle).GetCustomAttributes());
        if (method.RelativeVirtualAddress == 0) return;

        var body = portable.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil) metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(collector, null);
        foreach (var region in body.ExceptionRegions) Name(region.CatchType);
        Read(body.GetILReader());
    }

    private void Read(BlobReader code)
    {
        while (code.RemainingBytes > 0)
        {
            int operation = code.ReadByte();
            if (operation == TwoBytes) operation = (TwoBytes << 8) | code.ReadByte();
            switch (Operands[operation])
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType or OperandType.InlineSig:
                    Name(MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var cases = code.ReadInt32();
                    code.Offset += cases * sizeof(int);
                    break;
                case var operand:
                    code.Offset += Size(operand);
                    break;
            }
        }
    }

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private void Name(EntityHandle handle)
    {
        if (handle.IsNil) return;

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                named.Add(collector.NameOf((TypeDefinitionHandle)handle));
                break;
            case HandleKind.TypeReference:
                named.Add(collector.NameOf((TypeReferenceHandle)handle));
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(collector, null);
                break;
            case HandleKind.MethodDefinition:
                var own = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                Name(own.GetDeclaringType());
                called.Add((
                    collector.NameOf(own.GetDeclaringType()), metadata.GetString(own.Name), own.DecodeSignature(collector, null).ParameterTypes.Length));
                break;
            case HandleKind.FieldDefinition:
                Name(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodSpecification:
                var made = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Name(made.Method);
                made.DecodeSignature(collector, null);
                break;
            case HandleKind.MemberReference:
                var member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                Name(member.Parent);
                if (member.GetKind() == MemberReferenceKind.Field)
                {
                    member.DecodeFieldSignature(collector, null);
                    break;
                }

                var parameters = member.DecodeMethodSignature(collector, null).ParameterTypes.Length;
                if (member.Parent.Kind == HandleKind.TypeReference)
                    called.Add((collector.NameOf((TypeReferenceHandle)member.Parent), metadata.GetString(member.Name), parameters));
                break;
            case HandleKind.StandaloneSignature:
                metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeMethodSignature(collector, null);
                break;
            default:
                throw new NotSupportedException($"{handle.Kind} is nothing that is known to name a type.");
        }
    }

    private void Generic(GenericParameterHandleCollection parameters)
    {
        foreach (var parameter in parameters.Select(metadata.GetGenericParameter))
        {
            foreach (var constraint in parameter.GetConstraints()) Name(metadata.GetGenericParameterConstraint(constraint).Type);
            Attributes(parameter.GetCustomAttributes());
        }
    }

    private void Attributes(CustomAttributeHandleCollection attributes)
    {
        foreach (var attribute in attributes.Select(metadata.GetCustomAttribute))
        {
            Name(attribute.Constructor);
            attribute.DecodeValue(collector);
        }
    }
}
