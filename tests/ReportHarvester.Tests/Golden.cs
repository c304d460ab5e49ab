namespace ReportHarvester.Tests;

/// <summary>Compares a result with the file that stands for it; UPDATE_GOLDEN=1 rewrites the file instead. A missing file fails.</summary>
static class Golden
{
    public static void AssertEqual(string file, string actual)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(file, actual);
            return;
        }
        Assert.True(File.Exists(file), $"{file} is missing; look at the result and write it with UPDATE_GOLDEN=1.");
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
