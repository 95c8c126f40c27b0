//! Chinese, as reference pages of bot platforms are written in it.

use std::sync::LazyLock;

use super::FactKind::{
    Attach, Bounds, Bytes, Const, Default, Enum, EnumList, Items, Length, Range, RequiredIf,
    UnixTime,
};
use super::Statement::{Optional, Prose, Required};
use super::ValueKind::{Flag, List, Number, Text};
use super::{
    Column, Dialect, Lookalike, Part, ReturnWords, Rules, TypeWords, fact, pattern, rule, unread,
    value,
};

/// The dialect.
pub(super) static CHINESE: LazyLock<Dialect> = LazyLock::new(|| Dialect {
    name: "Chinese",
    columns: &[
        ("参数", Column::Name),
        ("参数名", Column::Name),
        ("参数名称", Column::Name),
        ("字段", Column::Name),
        ("字段名", Column::Name),
        ("字段名称", Column::Name),
        ("名称", Column::Name),
        ("属性", Column::Name),
        ("类型", Column::Type),
        ("数据类型", Column::Type),
        ("参数类型", Column::Type),
        ("字段类型", Column::Type),
        ("是否必需", Column::Required),
        ("是否必须", Column::Required),
        ("是否必填", Column::Required),
        ("是否必选", Column::Required),
        ("是否需要", Column::Required),
        ("必需", Column::Required),
        ("必须", Column::Required),
        ("必填", Column::Required),
        ("必选", Column::Required),
        ("值", Column::Value),
        ("取值", Column::Value),
        ("枚举值", Column::Value),
        ("枚举", Column::Value),
        ("描述", Column::Description),
        ("说明", Column::Description),
        ("备注", Column::Description),
        ("含义", Column::Description),
        ("解释", Column::Description),
        ("参数说明", Column::Description),
        ("字段说明", Column::Description),
    ],
    parts: &[
        ("示例", Part::Other),
        ("样例", Part::Other),
        ("例子", Part::Other),
        ("举例", Part::Other),
        ("错误", Part::Other),
        ("异常", Part::Other),
        ("状态码", Part::Other),
        ("返回", Part::Response),
        ("响应", Part::Response),
        ("出参", Part::Response),
        ("输出", Part::Response),
        ("结果", Part::Response),
        ("应答", Part::Response),
        ("参数", Part::Input),
        ("入参", Part::Input),
        ("请求", Part::Input),
        ("输入", Part::Input),
        ("字段", Part::Input),
        ("属性", Part::Input),
        ("取值", Part::Input),
        ("枚举", Part::Input),
    ],
    value_names: &[],
    required: &[
        ("是", true),
        ("必需", true),
        ("必须", true),
        ("必填", true),
        ("必选", true),
        ("需要", true),
        ("√", true),
        ("✓", true),
        ("yes", true),
        ("否", false),
        ("可选", false),
        ("选填", false),
        ("非必需", false),
        ("非必须", false),
        ("非必填", false),
        ("不需要", false),
        ("no", false),
        ("optional", false),
    ],
    types: TypeWords {
        builtin: &[
            ("整数", "Integer"),
            ("整型", "Integer"),
            ("浮点数", "Float"),
            ("字符串", "String"),
            ("布尔值", "Boolean"),
            ("布尔", "Boolean"),
            ("文件", "InputFile"),
        ],
        array_before: &["array of ", "数组："],
        array_after: &[
            "类型的数组",
            "对象的数组",
            "对象数组",
            "的数组",
            "数组",
            "的列表",
            "列表",
        ],
        or: &["或者", "或", " or "],
        and: &["、", "，", ",", "以及", "和", " and "],
    },
    returns: ReturnWords {
        verb: pattern("返回"),
        unless: pattern("错误|出错|失败|还会返回|也会返回|不返回|不会返回|空列表"),
        otherwise: pattern("否则"),
        marker: pattern(r"作为(?:一个)?\s*|以"),
        array: pattern("数组|列表"),
        noun: pattern(r"^\s*(?:类型)?的?(?:对象|数组|列表)"),
        promise: pattern("^(?:.*成功.*)?(?:则|将|会|，)*返回"),
    },
    unions: pattern("(?:以下|下列)[^。]*(?:之一|类型|种)"),
    phrases: &[
        (Lookalike::Bounds, "取值范围 1-50"),
        (Lookalike::Limit, "最大值为 50。"),
        (Lookalike::Length, "1-64 个字符"),
        (Lookalike::Values, "可以是“a”或“b”"),
        (Lookalike::Constant, "始终为“a”"),
        (Lookalike::Default, "默认为“a”"),
        (Lookalike::Opening, "可选。"),
    ],
    examples: pattern("例如|比如|譬如|诸如|举例|如[：:“]"),
    open_list: pattern(r"^\s*(?:等|…|\.\.\.)"),
    descriptions: Rules::new(vec![
        rule(
            Optional,
            r"^\s*(?:[“(（【\[](?:可选|选填|非必填|非必需|非必须)(?:参数|字段|项)?[”)）】\]]|[“(（【\[]?(?:可选|选填|非必填|非必需|非必须)(?:参数|字段|项)?\s*(?:[。．.，,；;：:–—-]|$))",
        ),
        rule(
            Optional,
            r"(?:[(（【\[]|[。．.，,；;]\s*)“?(?:可选|选填|非必填|非必需|非必须)(?:参数|字段|项)?”?[)）】\]。．.]*\s*$",
        ),
        rule(
            Required,
            r"^\s*(?:[“(（【\[](?:必填|必需|必选)(?:参数|字段|项)?[”)）】\]]|[“(（【\[]?(?:必填|必需|必选)(?:参数|字段|项)?\s*(?:[。．.，,；;：:–—-]|$))",
        ),
        rule(
            Required,
            r"(?:[(（【\[]|[。．.，,；;]\s*)“?(?:必填|必需|必选)(?:参数|字段|项)?”?[)）】\]。．.]*\s*$",
        ),
        fact(Length, r"{min}{to}{max}\s*个?(?:utf-8\s*)?字符"),
        fact(
            Length,
            r"(?:最多|不超过|不得超过|不能超过|最长|至多|最大)\s*(?:可?[为有含]?)\s*{max}\s*个?(?:utf-8\s*)?字符",
        ),
        fact(
            Length,
            r"(?:至少|最少|最短|不少于)\s*(?:[为有含]?)\s*{min}\s*个?(?:utf-8\s*)?字符",
        ),
        fact(Length, r"长度(?:范围)?[为是在：:]?\s*{min}{to}{max}"),
        fact(
            Length,
            r"(?:最大长度|长度(?:上限|最大|最多|不超过|限制))[为是：:]?\s*{max}(?:\s*个?字符)?{end}",
        ),
        fact(
            Length,
            r"(?:最小长度|长度(?:下限|最小|至少))[为是：:]?\s*{min}(?:\s*个?字符)?{end}",
        ),
        fact(Bytes, r"{min}{to}{max}\s*个?字节"),
        fact(
            Bytes,
            r"(?:最多|不超过|不得超过|不能超过|最长|至多|最大)\s*(?:可?[为有含]?)\s*{max}\s*个?字节",
        ),
        fact(Items, r"(?:必须)?(?:包含|包括|含有?)\s*{min}{to}{max}\s*个"),
        fact(Items, r"{min}{to}{max}\s*(?:个(?:项目|元素)|项)"),
        fact(
            Items,
            r"(?:最多|不超过|至多)(?:可|能|可以)?(?:指定|包含|传递|有|设置)?\s*{max}\s*(?:个|项|条)",
        ),
        fact(
            Range,
            r"(?:范围|取值|介于|接受)(?:范围)?(?:[是为在：:]|介于)?\s*{min}{to}{max}",
        ),
        fact(Range, r"{min}{to}{max}\s*之间"),
        fact(
            Bounds,
            r"(?:[；;，,：:（(]\s*|^\s*){min}{to}{max}\s*(?:秒|分钟|小时|天)?{end}",
        ),
        fact(
            Range,
            r"(?:最多|最大值?|不超过|不得超过|不能超过|至多|上限)[为是：:]?\s*{max}\s*(?:秒|分钟|小时|天)?{end}",
        ),
        fact(
            Range,
            r"(?:最少|最小值?|至少|不少于|不小于|下限)[为是：:]?\s*{min}\s*(?:秒|分钟|小时|天)?{end}",
        ),
        fact(
            Default,
            r"(?:默认值?|缺省值?)[为是：:=]?\s*{value}\s*(?:秒|个|条)?{end}",
        ),
        fact(
            Const,
            r"(?:始终|总是|必须|固定|恒)(?:[为是]|等于)\s*(?P<value>“[^”]*”)",
        ),
        fact(
            Enum,
            r"(?:可以是|可以为|可为|必须是|必须为|应为|取值为|取值[：:]|可选值(?:为|是|有|[：:])|可能的值(?:为|是|有|[：:])|之一|枚举值?[：:为]?)[：:]?\s*(?P<first>[“\d])",
        ),
        fact(
            EnumList,
            r"^[^。，,；：:“]*[，,：:（(]\s*(?P<first>“)[^”]*”\s*(?:、|或|,|，|/)\s*(?:或\s*)?“",
        ),
        fact(UnixTime, r"unix\s*时间"),
        fact(Attach, "attach://"),
        fact(
            RequiredIf,
            r"如果(?:未|没有)(?:指定|提供|传递|设置)\s*(?P<absent>[^，,。]+?)\s*[，,]?\s*则?(?:此参数|该参数)?(?:为|是)?(?:必需|必填|必须)",
        ),
        unread(
            Lookalike::Bounds,
            r"(?:^|[^“\w./-]){min}{to}{max}[^\w\s。，；、（）()“”]{0,4}{end}",
        ),
        unread(
            Lookalike::Length,
            r"{number}\s*个?(?:字符|字节|字|元素|项目)",
        ),
        unread(
            Lookalike::Limit,
            r"(?:最[多大长少小短高低]|不[得能]?[超大少小多]于?过?|至[多少]|上限|下限|限制|小于|大于|少于|多于|低于|高于)值?[为是在：:]?\s*{number}{end}",
        ),
        unread(
            Lookalike::Values,
            r"“[^”]+”(?:\s*[、，,/|]\s*“[^”]+”)*\s*(?:[、，,/|]|或者?)\s*“[^”]+”\s*(?:[。；）)]|$)",
        ),
        unread(
            Lookalike::Constant,
            r"(?:[，,；;：:=]|为|是|等于|^)\s*[^\s，。；“”]{0,4}“[^”]+”[。.）)]?\s*$",
        ),
        unread(
            Lookalike::Default,
            r"(?:默认|缺省)值?[为是：:=]?\s*(?:“[^”]*”|-?[\w.]+){end}",
        ),
        rule(
            Prose,
            r"^\s*“?(?:弃用|废弃|保留|内部|实验|注意|警告|重要|提示)”?[。．]",
        ),
        unread(
            Lookalike::Opening,
            r"^\s*“?[^\x00-\x7F，。：“”]{2}”?[。．]\s*\S",
        ),
        value(
            Flag,
            r"(?:传递|传入|设为|设置为)\s*“?true”?|则为\s*“?true”?",
        ),
        value(
            Flag,
            r"^\s*(?:可选[。．.，,]\s*)?为?\s*“?true”?\s*[，,：:]?\s*(?:如果|若|当|表示)",
        ),
        value(Text, r"\d+\s*[-–—~～至到]\s*\d+\s*个?字符"),
        value(Text, r"传递[^，。]{0,16}字符串|空字符串"),
        value(
            List,
            r"json\s*序列化的?[^，。；]{0,12}(?:列表|数组)|(?:的|实体)\s*json\s*序列化(?:列表|数组)",
        ),
        value(
            Number,
            r"[（(]\s*(?:以)?秒(?:为单位)?\s*[)）]|以(?:秒|毫秒|分钟|像素|米)为单位|秒数|unix\s*时间",
        ),
        value(
            Number,
            r"有效位|(?:32|52|64)\s*位(?:有符号|无符号)?(?:整数|整型|数字)",
        ),
        value(
            Number,
            r"范围[是为]?\s*-?\d+\s*[-–—~～至到]\s*\d+|\d+\s*[-–—~～至到]\s*\d+\s*之间",
        ),
    ]),
    takes_nothing: pattern(
        "(?:无需|不需要|没有|无)(?:任何)?(?:参数|字段)|不包含任何信息|不含任何信息",
    ),
    takes_input: pattern("指定|传递|传入|提供"),
    version: pattern(
        r"^(?:机器人\s*API|Bot\s*API|版本|当前版本|API\s*版本)\s*[:：]?\s*[vV]?(?P<version>\d+(?:\.\d+)+)\s*$",
    ),
});
