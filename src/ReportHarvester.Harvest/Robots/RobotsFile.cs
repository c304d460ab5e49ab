using System.Globalization;
using System.Text;

namespace ReportHarvester.Harvest;

/// <summary>Reads a robots.txt (RFC 9309, 2.2), whatever it is: what is no line of one is passed over.</summary>
sealed class RobotsFile
{
    /// <summary>The name under which a robots.txt may speak to this program alone.</summary>
    public const string ProductToken = "ReportHarvester";

    /// <summary>As much as the RFC wants to be read (2.5); rules after it do not hold.</summary>
    const int MostBytes = 500 << 10;

    /// <summary>A longer Crawl-delay is a mistake, or means that nobody shall come.</summary>
    static readonly TimeSpan longestDelay = TimeSpan.FromSeconds(300);

    readonly Group ours = new(), everyones = new();
    bool toUs, toAll, inAgents, isNamed;

    public static RobotsRules Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return Read(Encoding.UTF8.GetBytes(Charset.Decode(bytes.ToArray(), null)));
        var file = new RobotsFile();
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        // Octets as characters: the file's encoding does not matter to a comparison of octets.
        foreach (var line in Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MostBytes)]).Split('\r', '\n')) file.Add(line);
        var group = file.isNamed ? file.ours : file.everyones;
        return new RobotsRules { Rules = group.Rules, Delay = group.Delay };
    }

    void Add(ReadOnlySpan<char> line)
    {
        if (line.IndexOf('#') is >= 0 and var comment) line = line[..comment];
        if (line.IndexOf(':') is not (> 0 and var colon)) return;
        var value = line[(colon + 1)..].Trim().ToString();
        switch (line[..colon].Trim().ToString().ToLowerInvariant())
        {
            case "user-agent" or "useragent" or "user agent": Agent(value); break;
            case "allow": Rule(value, true); break;
            case "disallow": Rule(value, false); break;
            case "crawl-delay": Delay(value); break;
        }
    }

    // Agents in lines that follow each other share the rules below; the first agent after a rule begins another group.
    void Agent(string value)
    {
        if (!inAgents) (toUs, toAll, inAgents) = (false, false, true);
        var isUs = Token(value).Equals(ProductToken, StringComparison.OrdinalIgnoreCase);
        isNamed |= isUs;
        toUs |= isUs;
        toAll |= value == "*" || value.StartsWith("* ", StringComparison.Ordinal);
    }

    static string Token(string value) => string.Concat(value.TakeWhile(c => char.IsAsciiLetter(c) || c is '-' or '_'));

    void Rule(string value, bool allows)
    {
        inAgents = false;
        // An empty pattern matches nothing; one that is no path is no rule.
        if (value.Length > 0 && value[0] is '/' or '*') Each(group => group.Rules.Add(new RobotsRule(RobotsRule.Normal(value), allows)));
    }

    void Delay(string value)
    {
        if (!double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)) return;
        var delay = seconds < longestDelay.TotalSeconds ? TimeSpan.FromSeconds(seconds) : longestDelay;
        Each(group => group.Delay = group.Delay > delay ? group.Delay : delay);
    }

    void Each(Action<Group> add)
    {
        if (toUs) add(ours);
        if (toAll) add(everyones);
    }

    sealed class Group
    {
        public List<RobotsRule> Rules { get; } = [];
        public TimeSpan Delay { get; set; }
    }
}
