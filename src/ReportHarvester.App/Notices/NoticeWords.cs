using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportHarvester.App.Notices;

/// <summary>The words of a notice, from notice.json; {names} stand for what differs from notice to notice.</summary>
sealed record NoticeWords
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    public static NoticeWords Current { get; } = Read();

    public required string Title { get; init; }
    public required string Opening { get; init; }
    public required string Rectify { get; init; }
    public required string Explain { get; init; }
    public required string Demands { get; init; }
    public required string DemandRectify { get; init; }
    public required string DemandExplain { get; init; }
    public required string DemandReply { get; init; }
    public required string Late { get; init; }
    public required string Missing { get; init; }
    public required string Vanished { get; init; }
    public required string Unreadable { get; init; }
    public required string Due { get; init; }
    public required string Absent { get; init; }
    public required string Seen { get; init; }
    public required string Stated { get; init; }
    public required string Gone { get; init; }
    public required string Unread { get; init; }

    /// <summary>The same of what a person gave.</summary>
    public required string GoneGiven { get; init; }
    public required string UnreadGiven { get; init; }
    public required IReadOnlyDictionary<string, string> Tables { get; init; }
    public required string Text { get; init; }
    public required string Section { get; init; }

    /// <summary>How the codes of rules begin that speak of what prose says.</summary>
    public required string ProseCodes { get; init; }

    /// <summary>Where a rule that points at no cell and no sentence speaks of, by its code; else the whole.</summary>
    public required IReadOnlyDictionary<string, string> Places { get; init; }
    public required string Whole { get; init; }
    public required string OfYear { get; init; }

    /// <summary>An agency that is called otherwise now.</summary>
    public required string Renamed { get; init; }
    public required string Several { get; init; }
    public required string Attachment { get; init; }
    public required string AttachmentMark { get; init; }
    public required string AttachmentTitle { get; init; }
    public required IReadOnlyList<string> Heads { get; init; }
    public required string Page { get; init; }
    public required string Cell { get; init; }
    public required string And { get; init; }
    public required string Unsigned { get; init; }

    public static string Fill(string words, params (string Name, object? Value)[] values) =>
        values.Aggregate(words, (text, value) => text.Replace($"{{{value.Name}}}", Convert.ToString(value.Value, CultureInfo.InvariantCulture), StringComparison.Ordinal));

    /// <summary>As dates are written in official documents: Arabic digits without leading zeros.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    static NoticeWords Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("notice.json")!;
        return JsonSerializer.Deserialize<NoticeWords>(stream, Options)!;
    }
}
