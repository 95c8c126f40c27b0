//! Words that carry meaning, each with another that nobody taught the reader.

/// A word as the fixture pages have it, and one that says the same to a person.
pub(super) type Synonym = (&'static str, &'static str);

/// The words of English pages.
pub(super) const ENGLISH: &[Synonym] = &[
    // Headers of columns.
    ("Parameter", "Argumentum"),
    ("Type |", "Ilk |"),
    ("Type<", "Ilk<"),
    ("Required", "Compulsory"),
    ("Field", "Ingredient"),
    ("Description", "Narration"),
    // The required column.
    ("Yes", "Aye"),
    ("Optional", "Discretionary"),
    // Types.
    ("Integer", "Wholenumber"),
    ("String", "Lettering"),
    ("Boolean", "Truthvalue"),
    ("Float", "Fractional"),
    ("Array of", "Sheaf of"),
    (" or ", " alternatively "),
    // Returns.
    ("Returns", "Yields"),
    ("is returned", "is yielded"),
    ("*True*", "*Truly*"),
    ("<em>True</em>", "<em>Truly</em>"),
    ("Takes no parameters", "Wants nothing"),
    // Unions.
    ("one of", "whichever among"),
    // Facts.
    ("characters", "glyphs"),
    ("bytes", "octets"),
    ("items", "pieces"),
    ("at most", "topping out at"),
    ("between", "betwixt"),
    ("Defaults to", "Falls back on"),
    ("always", "perpetually"),
    ("Unix time", "Unix clock"),
    ("Version", "Revision"),
];

/// The words of pages with tables of responses and of values.
pub(super) const PARTS: &[Synonym] = &[
    ("Request", "Outbound"),
    ("Response", "Backwash"),
    ("Errors", "Mishaps"),
    ("Field", "Ingredient"),
    ("Type", "Ilk"),
    ("Required", "Compulsory"),
    ("Description", "Narration"),
    ("Value", "Token"),
    ("Code", "Cipher"),
    ("Meaning", "Purport"),
    (" int ", " wholeno "),
    (">int<", ">wholeno<"),
    ("string", "lettering"),
    ("[]", "{}"),
    (" yes ", " aye "),
    (">yes<", ">aye<"),
    (" no ", " nay "),
    (">no<", ">nay<"),
    ("up to", "capped by"),
    ("characters", "glyphs"),
    ("from 1", "starting with 1"),
    ("Returns", "Yields"),
];

/// The words of Chinese pages.
pub(super) const CHINESE: &[Synonym] = &[
    ("参数", "入料"),
    ("类型", "品类"),
    ("是否必需", "缺得了吗"),
    ("字段", "栏位"),
    ("描述", "讲解"),
    ("| 是 |", "| 然 |"),
    ("<td>是<", "<td>然<"),
    ("可选", "随意"),
    ("Integer", "整的"),
    ("String", "文字"),
    ("Boolean", "真假"),
    ("Float", "小数点"),
    ("Array of", "一串"),
    (" 或 ", " 抑或 "),
    ("返回", "交出"),
    ("的数组", "的一串"),
    ("*True*", "*真*"),
    ("<em>True</em>", "<em>真</em>"),
    ("无需参数", "什么都不要"),
    ("以下几种之一", "下面那些里头的"),
    ("可以是", "不外乎"),
    ("个字符", "个字母"),
    ("字节", "八位组"),
    ("最多可指定", "封顶"),
    ("之间", "当中"),
    ("默认为", "不写就算"),
    ("始终为", "从来都是"),
    ("Unix 时间", "Unix 钟点"),
    ("版本", "修订"),
];
