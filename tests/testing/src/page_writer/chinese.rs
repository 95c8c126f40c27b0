//! The words of Chinese pages.

use super::Words;

/// Chinese.
pub static CHINESE: Words = Words {
    params: ["参数", "类型", "是否必需", "描述"],
    fields: ["字段", "类型", "描述"],
    required: ["是", "可选"],
    optional: "可选。",
    stop: "。",
    or: " 或 ",
    and: ["、", " 和 "],
    array: "Array of ",
    version: "版本 @",
    no_params: "无需参数",
    one_of: "它是以下几种之一：",
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
