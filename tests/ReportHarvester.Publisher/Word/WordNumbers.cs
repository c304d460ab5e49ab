using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Letters = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace ReportHarvester.Publisher.Word;

/// <summary>Takes numbers of headings and labels out of the text and leaves them to Word, as its automatic lists do.</summary>
sealed partial class WordNumbers
{
    const string Chinese = "一二三四五六七八九";

    readonly Dictionary<string, (int Kind, int List, int Next)> patterns = [];
    readonly List<NumberingInstance> lists = [];

    public static void Generate(MainDocumentPart main)
    {
        var numbers = new WordNumbers();
        foreach (var paragraph in main.Document!.Descendants<Paragraph>())
            if (paragraph.Descendants<Letters>().FirstOrDefault() is { } first && Enumerator().Match(first.Text) is { Success: true } printed)
                numbers.Take(paragraph, first, printed);
        var kinds = numbers.patterns.OrderBy(p => p.Value.Kind).Select(p => Kind(p.Value.Kind, p.Key));
        main.AddNewPart<NumberingDefinitionsPart>("numbers").Numbering = new Numbering([.. kinds, .. numbers.lists]);
    }

    void Take(Paragraph paragraph, Letters first, Match printed)
    {
        var number = printed.Groups[2].Value[0] is var sign && char.IsAsciiDigit(sign) ? sign - '0' : Chinese.IndexOf(sign) + 1;
        var pattern = $"{printed.Groups[1].Value}{(char.IsAsciiDigit(sign) ? "%" : "%%")}{printed.Groups[3].Value}";
        if (!patterns.TryGetValue(pattern, out var list) || list.Next != number)
            list = (patterns.TryGetValue(pattern, out var known) ? known.Kind : patterns.Count, Begin(patterns.TryGetValue(pattern, out known) ? known.Kind : patterns.Count, number), number);
        patterns[pattern] = list with { Next = number + 1 };
        first.Text = first.Text[printed.Length..];
        (paragraph.ParagraphProperties ??= new ParagraphProperties()).NumberingProperties =
            new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = list.List });
    }

    int Begin(int kind, int number)
    {
        lists.Add(new NumberingInstance(new AbstractNumId { Val = kind }, new LevelOverride(new StartOverrideNumberingValue { Val = number }) { LevelIndex = 0 }) { NumberID = lists.Count + 1 });
        return lists.Count;
    }

    static AbstractNum Kind(int kind, string pattern) => new(new Level(
        new StartNumberingValue { Val = 1 },
        new NumberingFormat { Val = pattern.Contains("%%") ? NumberFormatValues.ChineseCounting : NumberFormatValues.Decimal },
        new LevelSuffix { Val = LevelSuffixValues.Nothing },
        new LevelText { Val = pattern.Replace("%%", "%").Replace("%", "%1") }) { LevelIndex = 0 }) { AbstractNumberId = kind };

    [GeneratedRegex("^([（(]?)([一二三四五六七八九1-9])([）)]|[、.．])")]
    private static partial Regex Enumerator();
}
