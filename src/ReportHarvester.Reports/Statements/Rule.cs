namespace ReportHarvester.Reports.Statements;

/// <summary>
/// One way of saying a number. All that is given must hold: the words before the number end with one of <see cref="Before"/> (without it, they only
/// lead into the number), a verb stands before that with nothing between but what is allowed, and so on.
/// </summary>
sealed record Rule
{
    public IReadOnlyList<string> Before { get; init; } = [];
    public IReadOnlyList<string> Verbs { get; init; } = [];

    /// <summary>All that may stand between verb and <see cref="Before"/>, unless a word of <see cref="Core"/> does.</summary>
    public IReadOnlyList<string> Between { get; init; } = [];
    public IReadOnlyList<string> Core { get; init; } = [];

    /// <summary>What may not stand right before the verb, or before <see cref="Before"/> where there is none: 教育领域公开信息30条 counts one field.</summary>
    public IReadOnlyList<string> NotRightAfter { get; init; } = [];

    /// <summary>What must begin the words after the number; without it, the number must end its clause.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>What must stand anywhere in the rest of the clause.</summary>
    public IReadOnlyList<string> AfterAnywhere { get; init; } = [];

    /// <summary>What must have been spoken of shortly before.</summary>
    public IReadOnlyList<string> Topic { get; init; } = [];

    /// <summary>Other matters: one that was spoken of since is what the number counts.</summary>
    public IReadOnlyList<string> NotSince { get; init; } = [];

    /// <summary>What may not stand among the words since the last number, in the sentence up to the number, and after it.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];
    public IReadOnlyList<string> WithoutPart { get; init; } = [];
    public IReadOnlyList<string> WithoutAfter { get; init; } = [];

    /// <summary>What may not stand in the rest of the sentence up to the next number.</summary>
    public IReadOnlyList<string> WithoutNext { get; init; } = [];

    /// <summary>What may not stand in the number's own clause before it.</summary>
    public IReadOnlyList<string> WithoutClause { get; init; } = [];

    /// <summary>What may not stand in the rest of the sentence, or of what a semicolon makes of it.</summary>
    public IReadOnlyList<string> WithoutRest { get; init; } = [];

    /// <summary>What may not stand in the clauses before the number's own, unless that speaks of a total.</summary>
    public IReadOnlyList<string> WithoutEarlier { get; init; } = [];

    /// <summary>What may not stand anywhere in the section.</summary>
    public IReadOnlyList<string> WithoutAnywhere { get; init; } = [];

    /// <summary>The kinds of channels that are named: a kind, - for none, + for several, ~ and a kind where only words before the last number name it.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];
}

/// <summary>How prose says that there was none: 未收到 … 申请.</summary>
sealed record Denial
{
    public required IReadOnlyList<string> Words { get; init; }
    public required IReadOnlyList<string> Objects { get; init; }
    public IReadOnlyList<string> Between { get; init; } = [];
    public IReadOnlyList<string> Core { get; init; } = [];
    public IReadOnlyList<string> Without { get; init; } = [];
}
