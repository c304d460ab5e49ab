namespace ReportHarvester.Harvest;

/// <summary>An anchor of a page: what it points at, what it says, and the date printed beside it.</summary>
sealed record Anchor(string Href, string Hint, string Text, DateOnly? Listed)
{
    /// <summary>What the anchor may be called: the title attribute is whole where the text is cut.</summary>
    public IEnumerable<string> Titles => new[] { Hint, Text }.Where(t => t.Length > 0);

    /// <summary>The addresses that its click opens by a script.</summary>
    public IReadOnlyList<string> Opens { get; init; } = [];

    /// <summary>What its onclick says.</summary>
    public string Click { get; init; } = "";

    /// <summary>Who published it, where data says so.</summary>
    public string? Agency { get; init; }
}

/// <summary>What discovery needs of a page. Built in one pass over its tokens: no tree, so no input can make it slow or large.</summary>
sealed record Page
{
    public required Uri Base { get; init; }
    public string Title { get; init; } = "";
    public string Column { get; init; } = "";
    public string Text { get; init; } = "";

    /// <summary>How many characters of its text are no link's.</summary>
    public int Prose { get; init; }

    /// <summary>Whether it has a field for a password.</summary>
    public bool AsksForPassword { get; init; }

    /// <summary>Whether it has more links than any list, or some that are too long to be one, which are left out.</summary>
    public bool IsCut { get; init; }

    /// <summary>What it was made from.</summary>
    public required string Html { get; init; }

    /// <summary>Where a meta tag sends the reader within seconds; null: nowhere.</summary>
    public string? Refresh { get; init; }

    public IReadOnlyList<Anchor> Anchors { get; init; } = [];

    /// <summary>Addresses of embedded documents: iframe, frame, embed, object.</summary>
    public IReadOnlyList<string> Embeds { get; init; } = [];

    /// <summary>Values of onclick.</summary>
    public IReadOnlyList<string> Clicks { get; init; } = [];

    public IReadOnlyList<string> Scripts { get; init; } = [];

    /// <summary>Attributes that hold what a script of the site needs: queryData.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];

    /// <summary>The meta tags by name, whatever its case.</summary>
    public IReadOnlyDictionary<string, string> Meta { get; init; } = new Dictionary<string, string>();

    /// <summary>The absolute http address that a reference means; null if it is none.</summary>
    public Uri? Resolve(string reference)
    {
        var trimmed = string.Concat(reference.Where(c => !char.IsControl(c))).Trim();
        if (trimmed.Length == 0 || trimmed[0] == '#') return null;
        if (!Uri.TryCreate(Base, trimmed, out var address) || address.Scheme is not ("http" or "https")) return null;
        return Addresses.Canonical(address);
    }
}
