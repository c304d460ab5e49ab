using ReportHarvester.Publisher.Layouts;

namespace ReportHarvester.Publisher.Truths;

/// <summary>How much business an agency has.</summary>
enum Size { Town, Bureau, County, City }

/// <summary>An invented agency: its name, how much it has to report, and the prose it would write.</summary>
sealed record Agency(string Name, Size Size, string Prose)
{
    static readonly Names names = Resources.Json<Names>("Truths/invented.json");

    public static Agency Of(Random chance)
    {
        var (city, county) = (chance.Of(names.Cities), chance.Of(names.Counties));
        string[] region = names.Prose["region"], organ = names.Prose["organ"];
        return chance.Next(10) switch
        {
            0 => new(city + "人民政府", Size.City, region[0]),
            1 or 2 => new(county + "人民政府", Size.County, chance.Of(region)),
            3 => new(county + chance.Of(names.Towns) + (chance.Next(2) == 0 ? "人民政府" : "办事处"), Size.Town, region[1]),
            4 => new(city + county + chance.Of(names.Organs), Size.Bureau, chance.Of(organ)),
            5 or 6 => new(county + chance.Of(names.Organs), Size.Bureau, chance.Of(organ)),
            _ => new(city + chance.Of(names.Organs), chance.Next(4) == 0 ? Size.County : Size.Bureau, chance.Of(organ)),
        };
    }

    sealed record Names(string[] Cities, string[] Counties, string[] Towns, string[] Organs, Dictionary<string, string[]> Prose);
}
