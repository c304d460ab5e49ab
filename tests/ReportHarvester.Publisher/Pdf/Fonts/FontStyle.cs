namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>
/// What carries the characters: TrueType fonts of up to 254 characters each, one embedded font whose codes are glyphs, a font that is
/// not embedded and coded by a character collection or one of the Chinese encodings, or fonts of drawn boxes.
/// </summary>
enum FontKind { SimpleTrueType, Identity, Collection, GbkEuc, GbEuc, UniGbUcs2, UniGbUtf16, Type3 }

/// <summary>The font files of the machine, for the kinds that embed one.</summary>
enum FontFile { Song, Hei }

/// <summary>How the map from codes to characters is written: a line a character, ranges, ranges with a list, or no map.</summary>
enum UnicodeMap { Characters, Ranges, Lists, None }

/// <summary>What the map says of some characters: themselves, radicals as Chromium has it for Noto, or wide digits.</summary>
enum UnicodeAs { Same, Radicals, WideDigits }

/// <summary>
/// Fonts of a drawn report. Latin letters and digits may come from Helvetica, which no file embeds. Fonts of 254 characters give out codes
/// from 1 upward, or in pairs from 254 and 255 downward: numbers can then begin with FE FF, which elsewhere in a file says UTF-16.
/// </summary>
sealed record FontStyle(
    FontKind Kind = FontKind.Identity, UnicodeMap Map = UnicodeMap.Characters, UnicodeAs As = UnicodeAs.Same,
    FontFile File = FontFile.Song, bool Whole = false, bool LatinInHelvetica = false, bool CodesDownward = false);
