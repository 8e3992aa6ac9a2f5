using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace InfoStory.Web.Forms;

/// <summary>Reads one of several answers by its name: two names with a comma between them, which .NET adds up to a third answer, are none.</summary>
internal sealed class ChoiceBinderProvider : IModelBinderProvider
{
    private readonly EnumTypeModelBinderProvider names = new(new());

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        names.GetBinder(context) is { } byName && !context.Metadata.IsFlagsEnum ? new ChoiceBinder(byName) : null;

    private sealed class ChoiceBinder(IModelBinder byName) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (typed.FirstValue?.Contains(',', StringComparison.Ordinal) != true) return byName.BindModelAsync(bindingContext);

            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
            bindingContext.ModelState.TryAddModelError(
                bindingContext.ModelName, bindingContext.ModelMetadata.ModelBindingMessageProvider.ValueIsInvalidAccessor(typed.FirstValue));
            return Task.CompletedTask;
        }
    }
}
