using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InfoStory.Web.Forms;

/// <summary>Reads a day as people in the UK type it, and says so in one sentence where there is no such day.</summary>
internal sealed class DayBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None) return Task.CompletedTask;

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        if (string.IsNullOrWhiteSpace(typed.FirstValue)) bindingContext.Result = ModelBindingResult.Success(null);
        else if (TypedDay.Read(typed.FirstValue) is { } day) bindingContext.Result = ModelBindingResult.Success(day);
        else bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, TypedDay.Refusal(
            bindingContext.ModelMetadata.ContainerType?.Name, bindingContext.ModelMetadata.PropertyName ?? "day"));
        return Task.CompletedTask;
    }
}
