namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>
/// Which operators put text on paper: a line with Td and Tj; each character or each digit with its own Tm; TJ with kerning; all that
/// stands at one height, over all cells of a row, in one TJ; ' or "; Tc, Tw, Tz and Ts; TL and T*; TD; steps within one text object a
/// page; Tm that scales; Tm on a page turned upside down.
/// </summary>
enum TextOperators
{
    Line, Characters, SingleDigits, Kerned, WholeRows, Apostrophe, QuotationMark, Spaced, NextLine, LineFeed, Steps, Scaled, Mirrored,
}

/// <summary>What is written in render mode 3, which shows nothing: no text, all of it, or a stray number in each cell of figures.</summary>
enum Invisible { Nothing, Everything, StrayNumbers }

/// <summary>Where content stands: on the page, on the page under a scale, in a form XObject, or in a form within a form.</summary>
enum Placing { Page, Scaled, Form, NestedForm }

/// <summary>How text is written; strings in hexadecimal or in brackets, with the text again as ActualText or without.</summary>
sealed record WritingStyle(
    TextOperators Operators = TextOperators.Line, bool Brackets = false, bool ActualText = false,
    Invisible Invisible = Invisible.Nothing, Placing Placing = Placing.Page)
{
    /// <summary>What is added to each character and to each space, in ems, and by how much the whole is then narrowed.</summary>
    public (double Character, double Word, double Scale) Spacing => Operators switch
    {
        TextOperators.Spaced => (0.1, 0.3, 0.92),
        TextOperators.QuotationMark => (0.04, 0.2, 1),
        _ => (0, 0, 1),
    };
}
