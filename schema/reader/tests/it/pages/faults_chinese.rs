//! Slips of the pen on the Chinese page: each causes one finding, at its place.

use testing::fault::{Fault, check};

#[test]
fn cells() {
    check(
        super::LIGHTHOUSE,
        &[
            Fault {
                finding: "type-conflict snuffLamp.silent",
                from: "| silent | Boolean | 可选 | 传递*True*，",
                to: "| silent | ▸String | 可选 | 传递*True*，",
            },
            Fault {
                finding: "type-conflict snuffLamp.tower_id",
                from: "| tower_id | Integer 或 String | 是 | 灯塔的编号或名字（写作<mark",
                to: "| tower_id | ▸Array of String | 是 | 灯塔的编号或名字（写作<mark",
            },
            Fault {
                finding: "type-conflict editEntry.text",
                from: "| text | String | 是 |",
                to: "| text | ▸Integer | 是 |",
            },
            Fault {
                finding: "type-conflict sendFlags.flags",
                from: "Array of RedFlag, BlueFlag, Pennant and Ribbon",
                to: "▸String",
            },
            Fault {
                finding: "type-conflict BeamInfo.since",
                from: "| since | Integer | 可选。",
                to: "| since | ▸Boolean | 可选。",
            },
            Fault {
                finding: "unknown-type lightLamp.colour",
                from: "| colour | String |",
                to: "| colour | ▸Strnig |",
            },
            Fault {
                finding: "unread-type lightLamp.brightness",
                from: "| brightness | Integer |",
                to: "| brightness | ▸见下文 |",
            },
            Fault {
                finding: "unknown-required lightLamp.colour",
                from: "| colour | String | 可选 |",
                to: "| colour | String | ▸也许 |",
            },
            Fault {
                finding: "required-conflict editEntry.text",
                from: "| 是 | 日志正文",
                to: "| ▸是 | 可选。日志正文",
            },
            Fault {
                finding: "required-conflict editEntry.sketch",
                from: "| 可选 | 随页的素描",
                to: "| ▸可选 | 必填。随页的素描",
            },
            Fault {
                finding: "bad-name snuffLamp",
                from: "| until |",
                to: "| ▸点灯 时间 |",
            },
            Fault {
                finding: "bad-name snuffLamp",
                from: "| until |",
                to: "|▸ |",
            },
        ],
    );
}

#[test]
fn rows() {
    check(
        super::LIGHTHOUSE,
        &[
            Fault {
                finding: "row-cells Lamp.oil",
                from: "| oil | Float | 可选。",
                to: "▸| oil | 可选。",
            },
            Fault {
                finding: "row-cells countShips.limit",
                from: "| limit | Integer | 可选 | 最多数几条，",
                to: "▸| limit | Integer | 可选 | 最多数几条 | ",
            },
            Fault {
                finding: "duplicate snuffLamp.until",
                from: "| until | Integer |",
                to: "| until | Integer | 可选 | Unix 时间 |\n| ▸until | Integer |",
            },
            Fault {
                finding: "swapped-columns lightLamp",
                from: "返回点亮的 Lamp。\n\n| 参数 | 类型 | 是否必需 |",
                to: "返回点亮的 Lamp。\n\n| 参数 | ▸是否必需 | 类型 |",
            },
            Fault {
                finding: "unknown-header countShips",
                from: "返回 Int。\n\n| 参数 | 类型 | 是否必需 | 描述 |",
                to: "返回 Int。\n\n| 参数 | 类型 | 是否必需 | ▸唠叨 |",
            },
            Fault {
                finding: "unknown-header countShips",
                from: "返回 Int。\n\n| 参数 | 类型 | 是否必需 | 描述 |",
                to: "返回 Int。\n\n| 参数 | ▸类形 | 是否必需 | 描述 |",
            },
        ],
    );
}

#[test]
fn sections() {
    check(
        super::LIGHTHOUSE,
        &[
            Fault {
                finding: "unread-return snuffLamp",
                from: "有船靠近时不能熄。\n\n成功时返回*True*。",
                to: "有船靠近时不能熄。\n\n▸成功时返回好消息。",
            },
            Fault {
                finding: "missing-return countShips",
                from: "## countShips（数一数船）\n\n数一数今晚路过的船。成功时返回 Int。",
                to: "## ▸countShips（数一数船）\n\n数一数今晚路过的船。",
            },
            Fault {
                finding: "missing-table getBeamInfo",
                from: "## getBeamInfo（查看光束）\n\n无需参数。",
                to: "## ▸getBeamInfo（查看光束）\n\n请指定一座灯塔。",
            },
            Fault {
                finding: "duplicate lightLamp",
                from: "## snuffLamp（熄灯）",
                to: "## ▸lightLamp（熄灯）",
            },
            Fault {
                finding: "orphan-table",
                from: "## countShips（数一数船）\n\n数一数今晚路过的船。成功时返回 Int。\n\n|",
                to: "## 数一数船\n\n数一数今晚路过的船。成功时返回 Int。\n\n▸|",
            },
            Fault {
                finding: "hidden-table countShips",
                from: "成功时返回 Int。\n\n| 参数",
                to: "成功时返回 Int。\n\n▸```\n| 参数",
            },
            Fault {
                finding: "hidden-table countShips",
                from: "返回 Int。\n\n| 参数 | 类型 | 是否必需 | 描述 |",
                to: "返回 Int。\n\n▸| 参数 | 类型 | 是否必需 |",
            },
            Fault {
                finding: "hidden-table countShips",
                from: "成功时返回 Int。\n\n| 参数 | 类型 | 是否必需 | 描述 |\n| ---- | ---- | ---- | ---- |\n",
                to: "成功时返回 Int。\n\n{% hint style=\"info\" %}\n▸| 参数 | 类型 | 是否必需 | 描述 |\n\
                     | ---- | ---- | ---- | ---- |\n| it | String | 是 | 船 |\n\n{% endhint %}\n",
            },
            Fault {
                finding: "unbalanced-block",
                from: "成功时返回 Int。\n\n| 参数",
                to: "成功时返回 Int。\n\n▸{% hint style=\"info\" %}\n| 参数",
            },
        ],
    );
}
