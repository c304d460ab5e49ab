namespace ReportHarvester.Tests.Reports.Layouts;

/// <summary>A test that prints by a program; skipped, with that word, where the program is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class EngineFactAttribute : FactAttribute
{
    public EngineFactAttribute(string program) => Skip = Missing(program);

    public static string? Missing(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, program))) ? null : $"{program} is not installed here.";
}

/// <summary>The same of several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class EngineTheoryAttribute : TheoryAttribute
{
    public EngineTheoryAttribute(string program) => Skip = EngineFactAttribute.Missing(program);
}
