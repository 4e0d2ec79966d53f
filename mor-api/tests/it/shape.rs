//! Descriptions of responses, as the derive writes them.

use mor_api::{
    ElementMap, Field, FromXml, Kind, Limit, Listing, Money, Presence, RecordShape, Response, RowReader,
    Secret, ValueShape, WireEnum, from_xml,
};

/// Users of the switch.
///
/// Not a part of the description.
#[derive(Debug, FromXml)]
#[mor(root = "page/status")]
#[allow(clippy::struct_field_names)]
struct Users {
    /// The users, the newest
    /// first.
    #[mor(path = "users/user", default, rows)]
    users: Vec<User>,
    /// How many there are.
    #[mor(path = "paging/@total")]
    total: Option<u64>,
    #[mor(default)]
    version: u8,
}

/// A user.
#[derive(Debug, FromXml)]
struct User {
    #[mor(attribute)]
    id: u64,
    #[mor(text)]
    r#type: Option<String>,
    balance: Limit<Money>,
    #[mor(rename = "pswd", aliases = ["password"])]
    password: Secret,
    state: State,
    sub_users: Vec<User>,
    #[mor(rest)]
    other: ElementMap,
}

#[derive(Debug, WireEnum)]
enum State {
    Active,
    #[mor(other)]
    Other(String),
}

fn kind(value: ValueShape) -> Option<Kind> {
    match value {
        ValueShape::Value(kind) => Some(kind),
        _ => None,
    }
}

fn field(record: &'static RecordShape, name: &str) -> Field {
    record.field(name).unwrap()
}

#[test]
fn a_record_says_where_its_fields_are_and_what_they_mean() {
    let users = <Users as Response>::SHAPE;
    assert_eq!((users.name(), users.doc()), ("Users", "Users of the switch."));
    assert_eq!(users.root(), ["page", "status"]);
    let fields: Vec<_> = users.fields().map(|field| (field.name(), field.path(), field.presence())).collect();
    assert_eq!(
        fields,
        [
            ("users", "users/user".to_owned(), Presence::WithDefault),
            ("total", "paging/@total".to_owned(), Presence::Optional),
            ("version", "version".to_owned(), Presence::WithDefault),
        ]
    );
    assert_eq!(field(users, "users").doc(), "The users, the newest first.");
    assert_eq!(users.rows().unwrap().name(), "users");
}

#[test]
fn a_field_says_what_its_value_is() {
    let user = field(<Users as Response>::SHAPE, "users").value().record().unwrap();
    let of = |name| field(user, name);
    assert_eq!(kind(of("id").value()), Some(Kind::Integer));
    assert_eq!(of("id").path(), "@id");
    assert_eq!((of("type").path(), of("type").presence()), ("text()".to_owned(), Presence::Optional));
    assert!(matches!(of("balance").value(), ValueShape::OrText(ValueShape::Value(Kind::Money))));
    assert!(of("password").is_secret() && !of("balance").is_secret());
    assert_eq!(of("password").paths().collect::<Vec<_>>(), ["pswd", "password"]);
    assert_eq!(kind(of("state").value()), Some(Kind::OpenChoice(&["active"])));
    assert!(matches!(of("other").value(), ValueShape::Map));
    assert_eq!(of("other").path(), "*");
    assert!(user.field("pswd").is_none());
}

#[test]
fn a_record_may_contain_itself() {
    let user = field(<Users as Response>::SHAPE, "users").value().record().unwrap();
    let inner = field(user, "sub_users").value().record().unwrap();
    assert_eq!((inner.name(), inner.fields().count()), ("User", user.fields().count()));
    assert_eq!(
        format!("{:?}", field(user, "sub_users").value().record()),
        "Some(RecordShape { name: \"User\", .. })"
    );
}

const ONE: &str = "<page><status><users><user id='2'>admin<balance>Unlimited</balance><pswd>x</pswd>\
                   <state>Idle</state></user></users></status></page>";

#[test]
fn rows_are_where_the_declaration_says() {
    assert_eq!(Users::ROWS.as_str(), "page/status/users?/user");
    let rows = |xml: &str| RowReader::new(xml.as_bytes(), Users::ROWS).collect::<Result<Vec<_>, _>>();
    let user = rows(ONE).unwrap().pop().unwrap();
    assert_eq!((user.id, user.r#type.as_deref(), user.state.as_str()), (2, Some("admin"), "Idle"));
    assert_eq!(rows("<page><status/></page>").unwrap().len(), 0);
    let without = "<page><other/></page>";
    for missing in [rows(without).err().unwrap(), from_xml::<Users>(without).err().unwrap()] {
        assert!(missing.to_string().contains("`page/status") && missing.to_string().contains("is missing"));
    }
}

#[cfg(feature = "serde")]
#[test]
fn fields_are_serialized_under_their_rust_names() {
    let json = serde_json::to_value(from_xml::<Users>(ONE).unwrap()).unwrap();
    let expected = serde_json::json!({
        "users": [{
            "id": 2, "type": "admin", "balance": "Unlimited", "password": "***", "state": "Idle", "sub_users": [], "other": {},
        }],
        "total": null,
        "version": 0,
    });
    assert_eq!(json, expected);
}

/// A value in one of two places.
#[derive(Debug, PartialEq, FromXml)]
#[mor(root = "page", any_of = ["status/success", "success", "text()"])]
struct Done(String);

/// A record that a function decodes.
#[derive(Debug, PartialEq, FromXml)]
#[mor(root = "page", with = read_pair)]
struct Pair {
    /// The first number.
    first: u64,
    second: u64,
}

fn read_pair(element: &mut mor_api::Element<'_, '_>) -> Result<Pair, mor_api::DecodeError> {
    let text = element.text()?;
    let numbers = text.split_once('-').and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
    let (first, second) = numbers.ok_or_else(|| element.bad_value("two numbers", &text))?;
    Ok(Pair { first, second })
}

#[test]
fn a_value_is_in_the_first_place_that_has_it() {
    for (xml, words) in [
        ("<page><success>b</success><status><success>a</success></status></page>", "a"),
        ("<page><success>b</success></page>", "b"),
        ("<page>c</page>", "c"),
    ] {
        assert_eq!(from_xml::<Done>(xml), Ok(Done(words.to_owned())), "{xml}");
    }
    let error = from_xml::<Done>("<page><id>1</id></page>").unwrap_err();
    let mor_api::AnswerError::Decode(error) = error else { unreachable!("{error}") };
    assert_eq!(error.path(), "page/status/success");
    assert!(<Done as Response>::SHAPE.is_value());
}

#[test]
fn a_function_decodes_what_is_described_by_fields() {
    assert_eq!(from_xml::<Pair>("<page>3-4</page>"), Ok(Pair { first: 3, second: 4 }));
    assert!(from_xml::<Pair>("<page>34</page>").is_err());
    assert_eq!(field(<Pair as Response>::SHAPE, "first").doc(), "The first number.");
}
