namespace ReportHarvester.Tests.Reports.Layouts;

/// <summary>A test that prints by a program; skipped, with that word, where the program is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class EngineFactAttribute : FactAttribute
{
    public EngineFactAttribute(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(f => File.Exists(Path.Combine(f, program)))) Skip = $"{program} is not installed here: nothing is printed by it.";
    }
}
