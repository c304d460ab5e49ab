namespace ReportHarvester.App;

/// <summary>The language of what is told: both on the command line and in files, the visitor's on a page.</summary>
enum Tongue { Both, Chinese, English }

static class Tongues
{
    /// <summary>One wording or both, the Chinese first.</summary>
    public static string In(this Tongue tongue, string chinese, string english) => tongue switch
    {
        Tongue.Chinese => chinese,
        Tongue.English => english,
        _ => chinese + (chinese.EndsWith('。') ? "" : " ") + english,
    };
}
