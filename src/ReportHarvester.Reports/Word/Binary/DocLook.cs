using ReportHarvester.Reports.Archives;

namespace ReportHarvester.Reports.Word.Binary;

/// <summary>What of the look of characters bears on whether a number is all that shows.</summary>
readonly record struct DocLook
{
    const int White = 8;

    // Of what is on or off: as the style has it, and the other way round.
    const int AsStyle = 0x80, NotAsStyle = 0x81;

    bool Deleted { get; init; }
    bool Hidden { get; init; }
    bool Struck { get; init; }
    bool StruckTwice { get; init; }
    bool OffLine { get; init; }
    bool Moved { get; init; }
    bool Unseen { get; init; }

    /// <summary>In half points; 0 where nothing says so.</summary>
    public int Size { get; init; }

    public TextShow Show => Deleted || Hidden ? TextShow.Hidden : Struck || StruckTwice || OffLine || Moved ? TextShow.Apart : Unseen || Size is > 0 and < WordStyles.Smallest ? TextShow.Unsure : TextShow.Shown;

    /// <summary>The look after some changes to this one.</summary>
    public DocLook With(byte[] changes)
    {
        var look = this;
        foreach (var change in DocChange.Of(changes))
            look = change.Code switch
            {
                DocChange.CharacterDeleted => look with { Deleted = change.First == 1 },
                DocChange.CharacterHidden => look with { Hidden = IsOn(change, Hidden) },
                DocChange.CharacterStruck => look with { Struck = IsOn(change, Struck) },
                DocChange.CharacterStruckTwice => look with { StruckTwice = IsOn(change, StruckTwice) },
                DocChange.CharacterRaised => look with { OffLine = change.First != 0 },
                DocChange.CharacterPosition => look with { Moved = Math.Abs(change.Number) >= WordStyles.Raised },
                // As red, green and blue, or by the number of the oldest palette.
                DocChange.CharacterColour => look with { Unseen = change.Operand.Span is [var red, var green, var blue, not 0xFF] && OfficeMarkup.IsWhite(red, green, blue) },
                DocChange.CharacterColourNumber => look with { Unseen = change.First == White },
                DocChange.CharacterSize => look with { Size = change.Number },
                _ => look,
            };
        return look;
    }

    static bool IsOn(DocChange change, bool style) => change.First switch
    {
        AsStyle => style,
        NotAsStyle => !style,
        var on => on != 0,
    };
}
