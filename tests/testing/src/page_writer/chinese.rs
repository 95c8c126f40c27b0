//! The words of Chinese pages.

use super::Words;

/// Chinese.
pub const CHINESE: Words = Words {
    params: ["参数", "类型", "是否必需", "描述"],
    fields: ["字段", "类型", "是否必需", "描述"],
    required: ["是", "可选"],
    optional: "可选。",
    stop: "。",
    or: " 或 ",
    and: ["、", " 和 "],
    array: "Array of ",
    version: "版本 @",
    no_params: "无需参数",
    one_of: "它是以下几种之一：",
    alternative: "也可以使用 @ 代替此对象",
    returns: "成功时返回 @",
    otherwise: "如果可以，则返回 @，否则",
    list: "@ 对象的数组",
    plain: "它是什么",
    length: ["<-> 个字符", "最多 > 个字符"],
    bytes: ["<-> 字节", "最多 > 字节"],
    items: ["必须包含 <-> 个项目", "最多可指定 > 个"],
    range: "范围 <->",
    default: "默认为 @",
    constant: "始终为@",
    values: "可以是 @",
    unix_time: "Unix 时间",
    attach: "可以是 attach://name",
    required_if: "如果未指定 @，则为必需参数",
};

/// Other phrasings of the same that people use.
pub const CHINESE_PHRASINGS: &[Words] = &[
    CHINESE,
    Words {
        params: ["参数名", "类型", "必填", "说明"],
        fields: ["字段名", "类型", "必填", "说明"],
        required: ["必填", "选填"],
        optional: "（可选）",
        array: "数组：",
        returns: "返回 @",
        otherwise: "如果可以，返回 @，否则",
        list: "@ 数组",
        length: ["长度 <-> 个字符", "最长 > 个字符"],
        bytes: ["长度为 <-> 字节", "不超过 > 字节"],
        items: ["<-> 个元素", "最多 > 个"],
        range: "取值 <-> ",
        default: "默认值：@",
        constant: "固定为 @",
        values: "取值为 @",
        unix_time: "Unix 时间戳",
        ..CHINESE
    },
    Words {
        params: ["名称", "数据类型", "是否必填", "备注"],
        fields: ["属性", "数据类型", "是否必填", "备注"],
        required: ["是", "否"],
        optional: "选填，",
        returns: "成功后，返回 @ 对象",
        otherwise: "如果可以，则返回 @ 对象，否则",
        list: "@ 列表",
        length: ["< 到 > 个字符", "不超过 > 字符"],
        bytes: ["< 至 > 个字节", "至多 > 字节"],
        items: ["包含 < 到 > 项", "至多 > 项"],
        range: "介于 < 到 > 之间",
        default: "缺省值为 @",
        constant: "总是 @",
        values: "可选值：@",
        unix_time: "秒级时间戳",
        ..CHINESE
    },
];
