namespace ReportHarvester.Store;

/// <summary>How SQL asks for the regions whose code begins with given digits: as a range, which an index answers and in which no character means another.</summary>
static class RegionPrefix
{
    /// <summary>The condition; the colon comes after all digits.</summary>
    /// <param name="digits">An expression.</param>
    public static string Of(string column, string digits) => $"({column} >= {digits} AND {column} < {digits} || ':')";

    /// <summary>The condition on the parameter @region; none where no region is asked for.</summary>
    public static string Asked(string column, string? region) => string.IsNullOrEmpty(region) ? "TRUE" : Of(column, "@region");
}
