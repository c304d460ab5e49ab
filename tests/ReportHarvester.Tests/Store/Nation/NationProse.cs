using ReportHarvester.Publisher.Prose;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Tests.Store.Nation;

/// <summary>Lengthens what the Publisher tells to what agencies write: some two and a half thousand characters, of words that most use and words that few do.</summary>
static class NationProse
{
    const int AboutTheYear = 28, AboutTroubles = 14, InParagraph = 4;

    /// <summary>From the usual to the rare.</summary>
    public static readonly string[] Words = ("主动公开 依申请公开 平台建设 监督保障 政策解读 新闻发布 政务新媒体 公开目录 规范性文件 答复办理 保密审查 业务培训 门户网站 公开指南 专栏专题 办事指南 便民服务 "
        + "营商环境 财政预决算 行政许可 行政处罚 重点领域 社会评议 工作考核 责任追究 群众关切 热线电话 公众参与 意见征集 图文解读 公文管理 动态调整 清单管理 档案移交 数据开放 基层试点 网站改版 集约化 无障碍 适老化 "
        + "乡村振兴 生态环境 义务教育 医疗卫生 就业创业 社会救助 食品药品 安全生产 征地补偿 保障性住房 城市更新 公共资源 招标投标 国有企业 减税降费 惠企纾困 价格收费 灾害救助 信用体系 双随机 "
        + "政务公开专区 查阅点 自助终端 短视频 直播访谈 解读大使 公开日 村务公开 智能问答 区块链 大数据 人工智能 标准化规范化 长三角 示范区 自由贸易 先行先试 跨省通办 一网通办 最多跑一次").Split(' ');

    static readonly string[] Frames =
    [
        "围绕{0}抓好{1}，全年更新{2}条，做到应公开尽公开。", "把{0}纳入年度要点，明确{1}由专人负责，按季通报。", "持续完善{0}，对{1}逐项核对，整改问题{2}个。", "组织{0}专题会{3}次，研究{1}中的难点。",
        "健全{0}机制，推动{1}与日常业务同部署、同落实。", "聚焦{0}，依托{1}发布信息{2}条，回应咨询{3}次。", "开展{0}检查{3}轮，发现{1}不规范情形并当场纠正。", "以{0}为抓手，{1}水平有了新的提高。",
        "邀请企业和居民代表走进{0}，听取对{1}的建议{3}条。", "修订{0}制度，细化{1}的时限、格式和责任。", "{0}的深度还不够，{1}的形式较为单一，与公众期待有差距。", "下一步将加强{0}，拓宽{1}渠道，提升解读的可读性。",
    ];

    public static Truth Tell(Truth truth, Random chance)
    {
        var (told, section) = (new List<(string Text, bool Heading, int Tables)>(), 0);
        foreach (var block in Narrative.Of(truth).Blocks())
        {
            if (block.Heading) told.AddRange(Paragraphs(section++ switch { 1 => AboutTheYear, 5 => AboutTroubles, _ => 0 }, chance).Select(text => (text, false, 0)));
            told.Add(block);
        }
        return truth with { Told = told };
    }

    static IEnumerable<string> Paragraphs(int sentences, Random chance) =>
        Enumerable.Range(0, sentences).Select(_ => Sentence(chance)).Chunk(InParagraph).Select(paragraph => string.Concat(paragraph));

    static string Sentence(Random chance) => string.Format(Frames[chance.Next(Frames.Length)], Word(chance), Word(chance), chance.Next(900), chance.Next(2, 20));

    static string Word(Random chance) => Words[(int)(Words.Length * Math.Pow(chance.NextDouble(), 2.5))];
}
