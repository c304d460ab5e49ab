namespace ReportHarvester.Reports.Recognition;

/// <summary>One paragraph or line of a section, as the reader gave it.</summary>
sealed record Passage(string Text, Origin Origin);

/// <summary>One section of a report with the paragraphs under its title.</summary>
sealed record SectionPart(int Number, string Title, IReadOnlyList<Passage> Passages)
{
    public Section ToSection() => new(Number, Title, string.Join('\n', Passages.Select(p => p.Text)));
}
