namespace ReportHarvester.Publisher.Pdf.Fonts;

/// <summary>
/// Characters whose glyph some fonts share with a radical: where a font names the radical first, programs that go from glyph to
/// character write the radical (Unicode, Kangxi Radicals and CJK Radicals Supplement).
/// </summary>
static class Radicals
{
    /// <summary>In the order of U+2F00 to U+2FD5.</summary>
    const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手"
        + "支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣"
        + "自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿"
        + "麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    static readonly Dictionary<char, char> others = new()
    {
        ['户'] = '\u2F3E', ['民'] = '\u2EA0', ['西'] = '\u2EC4', ['见'] = '\u2EC5', ['贝'] = '\u2EC9', ['车'] = '\u2ECB', ['长'] = '\u2ED3',
        ['门'] = '\u2ED4', ['青'] = '\u2ED8', ['页'] = '\u2EDA', ['风'] = '\u2EDB', ['马'] = '\u2EE2', ['齐'] = '\u2EEC', ['龙'] = '\u2EF0',
    };

    public static char Of(char character) =>
        Kangxi.IndexOf(character) is >= 0 and var place ? (char)('\u2F00' + place) : others.GetValueOrDefault(character, character);
}
