//! Values of responses in boxes: what makes a record that contains itself possible.

#![allow(clippy::vec_box)] // not to be recommended, but it decodes

use mor_api::{AnswerError, DecodeErrorKind, FromXml, Presence, Record, RecordShape, from_xml};

/// A menu of an IVR, and what is below it.
#[derive(Debug, Default, PartialEq, FromXml)]
#[mor(root = "menu")]
struct Menu {
    #[mor(attribute)]
    id: Box<u64>,
    #[mor(attribute)]
    note: Option<Box<str>>,
    below: Option<Box<Menu>>,
    #[mor(path = "menus/menu", default)]
    menus: Vec<Box<Menu>>,
}

#[derive(Debug, PartialEq, FromXml)]
#[mor(root = "page")]
struct Page {
    menu: Box<Menu>,
    #[mor(default)]
    other: Box<Menu>,
    #[mor(rows)]
    row: Vec<Box<u64>>,
}

fn menu(id: u64) -> Menu {
    Menu { id: Box::new(id), ..Menu::default() }
}

#[test]
fn a_record_may_contain_itself() {
    let xml =
        "<menu id='1' note='a'><below id='2'><below id='3'/></below><menus><menu id='4'/></menus></menu>";
    let below = Menu { below: Some(Box::new(menu(3))), ..menu(2) };
    let note = Some("a".into());
    let expected = Menu { note, below: Some(Box::new(below)), menus: vec![Box::new(menu(4))], ..menu(1) };
    assert_eq!(from_xml::<Menu>(xml).unwrap(), expected);
}

#[test]
fn a_boxed_value_is_needed_as_others_are() {
    let page = from_xml::<Page>("<page><menu id='1'/><row>1</row><row>2</row></page>").unwrap();
    assert_eq!(page, Page { menu: Box::new(menu(1)), other: Box::default(), row: vec![1.into(), 2.into()] });
    let Err(AnswerError::Decode(error)) = from_xml::<Page>("<page><row>1</row></page>") else {
        panic!("a page without a menu");
    };
    assert_eq!((error.kind(), error.path()), (&DecodeErrorKind::Missing, "page/menu"));
}

#[test]
fn a_box_is_not_seen_in_the_description() {
    let presence = |name| Menu::RECORD.field(name).unwrap().presence();
    assert_eq!(
        [presence("id"), presence("note"), presence("below"), presence("menus")],
        [Presence::Required, Presence::Optional, Presence::Optional, Presence::WithDefault],
    );
    let below = Menu::RECORD.field("below").unwrap().value();
    assert_eq!(below.record().map(RecordShape::name), Some("Menu"));
}

#[test]
fn rows_are_not_in_boxes() {
    let rows: &mor_api::RowPath<u64> = &<Page as mor_api::Listing>::ROWS;
    assert_eq!(rows.to_string(), "page/row");
}
