//! Return sentences: the shapes that pages have, and the traps in them.

use testing::report;

/// The return type of a method with this prose: `?` if it can't be read, `-` if none is stated.
fn returned(page: &str) -> String {
    let schema = report::read_schema(page);
    let returns = schema
        .method("doThing")
        .and_then(|method| method.returns.clone());
    let unread = report::list_findings(page)
        .iter()
        .any(|one| one.contains("unread-return"));
    match returns {
        Some(ty) => ty.to_string(),
        None if unread => "?".to_owned(),
        None => "-".to_owned(),
    }
}

fn chinese(prose: &str) -> String {
    returned(&format!(
        "## doThing\n\n{prose}\n\n\
         | 参数 | 类型 | 是否必需 | 描述 |\n| -- | -- | -- | -- |\n| star | Star | 是 | 星星 |\n"
    ))
}

fn english(prose: &str) -> String {
    returned(&format!(
        "## doThing\n\n{prose}\n\n\
         | Parameter | Type | Required | Description |\n| - | - | - | - |\n| ship | Ship | Yes | It |\n"
    ))
}

#[test]
fn chinese_sentences() {
    for (prose, ty) in [
        ("点一颗星。成功后，返回点到的 Star。", "Star"),
        ("成功时返回*True*。", "True"),
        ("成功时返回 Int。", "Integer"),
        ("成功时返回整数。", "Integer"),
        ("返回 Star 对象的数组。", "Array<Star>"),
        (
            "返回一个Star对象数组。如果天阴，将返回空列表。",
            "Array<Star>",
        ),
        ("成功后，返回已点到的 Stars 数组。", "Array<Star>"),
        ("返回字符串列表。", "Array<String>"),
        (
            "如果星星还在，则返回改好的 Star，否则返回 True。",
            "Star | True",
        ),
        ("返回 Star 或 Comet。", "Star | Comet"),
        ("成功时返回新的星座作为Constellation对象。", "Constellation"),
        ("以 Star 对象的形式返回。", "Star"),
        ("成功时返回刚抄下的StarId。", "StarId"),
        (
            "成功时返回一个Star对象。如果没有，将返回一个*name*字段为空的对象。",
            "Star",
        ),
    ] {
        assert_eq!(chinese(prose), ty, "{prose}");
    }
}

#[test]
fn chinese_traps() {
    for (prose, ty) in [
        // The type of another sentence, of an error, of an argument.
        ("用 HTTPS 请求一个 URL。成功时返回 True。", "True"),
        ("如果失败，返回 Error。成功时返回 Star。", "Star"),
        ("把 Comet 换成别的。成功时返回 Star 数组。", "Array<Star>"),
        ("请求出错时会返回 Error。", "-"),
        ("从 Comet 数组里选一颗，返回选中的 Star。", "Star"),
        // Nothing that is a type.
        ("成功时返回星星。", "?"),
        ("看一看天。", "-"),
        ("", "-"),
    ] {
        assert_eq!(chinese(prose), ty, "{prose}");
    }
}

#[test]
fn english_sentences() {
    for (prose, ty) in [
        ("Moors it. On success, the moored Ship is returned.", "Ship"),
        ("Returns *True* on success.", "True"),
        ("Returns Int on success.", "Integer"),
        ("Returns the name as String.", "String"),
        ("An Array of Ship objects is returned.", "Array<Ship>"),
        ("Returns a list of Ships.", "Array<Ship>"),
        (
            "Returns a Ship or an Array of Ship on success.",
            "Ship | Array<Ship>",
        ),
        (
            "Returns a Ship object or a list of Boat objects.",
            "Ship | Array<Boat>",
        ),
        (
            "Returns an Array of Ship or an Array of Boat.",
            "Array<Ship> | Array<Boat>",
        ),
        ("Returns an Array of Ship or Boat.", "Array<Ship | Boat>"),
        (
            "On success, an array of the moored Ships is returned.",
            "Array<Ship>",
        ),
        ("Returns an Array of String on success.", "Array<String>"),
        (
            "On success, if it floats, the Ship is returned, otherwise True is returned.",
            "Ship | True",
        ),
        ("Returns a Ship or a Raft.", "Ship | Raft"),
        (
            "Returns the new rope as a MooringRope object.",
            "MooringRope",
        ),
        ("Returns the ShipId of the copy.", "ShipId"),
        ("Returns a Ship object.\nNothing else is needed.", "Ship"),
    ] {
        assert_eq!(english(prose), ty, "{prose}");
    }
}

#[test]
fn lists_as_people_write_them() {
    for (prose, ty) in [
        ("Returns Ship[].", "Array<Ship>"),
        ("Returns `Ship[]`.", "Array<Ship>"),
        ("Returns Ship[][] on success.", "Array<Array<Ship>>"),
        ("Returns Array<Ship>.", "Array<Ship>"),
        ("Returns `List<Ship>` on success.", "Array<Ship>"),
        ("Returns a list[Ship].", "Array<Ship>"),
        ("Returns Array<Array<Ship>>.", "Array<Array<Ship>>"),
        ("Returns an Array of Array of Ship.", "Array<Array<Ship>>"),
        ("Returns a Ship array.", "Array<Ship>"),
        ("Returns a Ship object list.", "Array<Ship>"),
        ("Returns an array of Ship objects.", "Array<Ship>"),
        ("Returns Ships.", "Array<Ship>"),
        ("On success, the moored Ships are returned.", "Array<Ship>"),
        ("Returns Ship objects.", "Array<Ship>"),
        ("Returns a fleet of Ship objects.", "Array<Ship>"),
        ("Returns a list of Strings.", "Array<String>"),
        ("Returns a Ship and tidies the list.", "Ship"),
        ("Returns a Ship object on success.", "Ship"),
    ] {
        assert_eq!(english(prose), ty, "{prose}");
        let html = prose.replace('<', "&lt;").replace('`', "");
        let page = format!(
            "<h4>doThing</h4><p>{html}</p><table><tr><th>Parameter</th><th>Type</th>\
             <th>Required</th><th>Description</th></tr><tr><td>ship</td><td>Ship</td><td>Yes</td>\
             <td>It</td></tr></table>"
        );
        assert_eq!(returned(&page), ty, "{html}");
    }
    for (prose, ty) in [
        ("返回 Star[]。", "Array<Star>"),
        ("返回 `Array<Star>`。", "Array<Star>"),
        ("成功时返回 Star 对象列表。", "Array<Star>"),
        ("成功时返回 Star 的集合。", "Array<Star>"),
        ("成功时返回 Star 对象的一组。", "Array<Star>"),
        ("成功时返回点到的 Stars。", "Array<Star>"),
    ] {
        assert_eq!(chinese(prose), ty, "{prose}");
    }
}

#[test]
fn types_in_lower_case() {
    for (prose, ty) in [
        ("Returns true.", "True"),
        ("Returns true on success.", "True"),
        ("Returns an int.", "Integer"),
        ("Returns string, the name of it.", "String"),
        ("Returns an array of strings.", "?"),
        ("Returns a long while later.", "?"),
        ("Returns as long as it floats.", "?"),
        ("Returns the Ship, with a string on it.", "Ship"),
    ] {
        assert_eq!(english(prose), ty, "{prose}");
    }
    assert_eq!(chinese("返回 true。"), "True");
    assert_eq!(chinese("成功时返回 string。"), "String");
    let page = |prose: &str| {
        format!(
            "## doThing\n\n{prose}\n\n| Parameter | Type | Required | Description |\n\
             | - | - | - | - |\n| it | string | Yes | It |\n| ship | Ship | Yes | It |\n"
        )
    };
    for (prose, ty) in [
        ("Returns an array of strings.", "Array<String>"),
        ("Returns int/string.", "Integer | String"),
        ("Returns int or string on success.", "Integer | String"),
        ("Returns a long list of Ships.", "Array<Ship>"),
        ("Returns the Ship of that string.", "Ship"),
    ] {
        assert_eq!(returned(&page(prose)), ty, "{prose}");
    }
}

#[test]
fn english_traps() {
    for (prose, ty) in [
        (
            "If the rope is wet, an error is returned. Returns True.",
            "True",
        ),
        (
            "Use this method to return a Raft to its owner. Returns True on success.",
            "True",
        ),
        (
            "Takes any Raft over HTTPS. On success, the Ship is returned.",
            "Ship",
        ),
        ("Moors an Array of Raft. Returns the first Ship.", "Ship"),
        ("Returned ropes are dried. The Harbour thanks.", "-"),
        ("Returns what was asked for.", "?"),
        ("On success, something is returned.", "?"),
        ("Moors it.", "-"),
    ] {
        assert_eq!(english(prose), ty, "{prose}");
    }
}

#[test]
fn text_beside_the_method_says_nothing_of_its_result() {
    for prose in [
        "> Returns a Ship.",
        "{% hint style=\"info\" %}\nReturns a Ship.\n{% endhint %}",
        "#### What the other one does\n\nReturns a Ship.",
        "```\nReturns a Ship.\n```",
    ] {
        assert_eq!(english(prose), "-", "{prose}");
    }
}

#[test]
fn a_sentence_below_a_list() {
    for (prose, ty) in [
        (
            "Sink a ship:\n- Not a small one.\n- Not yours.\nReturns *True* on success.",
            "True",
        ),
        (
            "Sink a ship.\n\n- Returns the sunk Ship.\n- Makes waves.",
            "Ship",
        ),
        (
            "Sink a ship. Returns *True*.\n\n- Returns the sunk Ship no more.",
            "True",
        ),
        ("Sink a ship.\n\n- Returns an error, if there is none.", "-"),
    ] {
        assert_eq!(english(prose), ty, "{prose}");
    }
}
