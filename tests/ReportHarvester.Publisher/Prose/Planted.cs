namespace ReportHarvester.Publisher.Prose;

/// <summary>A number that prose was given to say. A word that denies has the value 0 and no unit.</summary>
sealed record Planted(string Subject, decimal Value, string? Unit, string Raw, int Section);
