using System.Text.Json;

namespace ReportHarvester.Harvest;

/// <summary>Tells an interface's list with nothing in it from an answer that is no list: what fails is often answered as data, and with status 200.</summary>
static class InterfaceAnswer
{
    const int FirstErrorStatus = 400, LastErrorStatus = 599, MaxMessage = 200;

    /// <summary>What an answer calls the error that it is; null if it is none.</summary>
    /// <param name="holds">Whether it holds items: there are codes of success beyond those of the web, as 20000.</param>
    public static string? Error(JsonElement json, bool holds)
    {
        if (json.ValueKind != JsonValueKind.Object) return null;
        var names = Words.Known.Json;
        var fails = names.Successes.Any(name => json.TryGetProperty(name, out var said) && said.ValueKind == JsonValueKind.False)
            || names.States.Any(name => json.TryGetProperty(name, out var said) && int.TryParse(said.ToString(), out var state) && (state < 0 || (state >= FirstErrorStatus && !(holds && state > LastErrorStatus))));
        if (!fails) return null;
        var message = names.Messages.Select(name => json.TryGetProperty(name, out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null)
            .FirstOrDefault(said => !string.IsNullOrWhiteSpace(said)) ?? json.ToString();
        return message[..Math.Min(message.Length, MaxMessage)];
    }

    /// <summary>Whether data have the form of a list with nothing in it: a list without items, the text of one, or a count of none.</summary>
    public static bool IsEmptyList(JsonElement json, int depth = 0)
    {
        if (json.ValueKind == JsonValueKind.Array) return json.GetArrayLength() == 0;
        if (json.ValueKind != JsonValueKind.Object || depth > 3) return false;
        return json.EnumerateObject().Any(property => IsEmptyList(property.Value, depth + 1)
            || (property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() is "" or ['<', ..] && property.NameEquals("html"))
            || (Words.Known.Json.Records.Contains(property.Name) && property.Value.ToString() == "0"));
    }
}
