//! Type parameters that are only in the response, and bounds that replace those of the derive.
#![deny(warnings)]

use std::marker::PhantomData;

use mor_api::{Endpoint, FromText, FromXml, Param, Response};

/// What the bounds of the derive would not be enough for.
pub trait Column {
    type Value: FromText;
}

pub struct Name;

impl Column for Name {
    type Value = String;
}

#[derive(Debug, Endpoint)]
#[mor(function = "users_get", effect = read, response = Page<T>)]
pub struct UsersGet<T> {
    #[hash(order = 1)]
    id: u64,
    #[nohash]
    limit: Option<u32>,
    row: PhantomData<T>,
}

#[derive(Debug, FromXml)]
#[mor(root = "page")]
pub struct Page<T> {
    #[mor(path = "users/user", rows)]
    users: Vec<T>,
}

/// A row that is nothing but itself: no `Param`, no `Debug`.
#[derive(FromXml)]
pub struct User {
    name: String,
}

#[derive(Endpoint)]
#[mor(function = "column_get", effect = read, response = Cells<C>, bound = "C: Column, P: Param + 'static")]
pub struct ColumnGet<C, P> {
    #[hash(order = 1)]
    id: P,
    #[mor(skip)]
    label: String,
    column: PhantomData<fn() -> C>,
}

#[derive(FromXml)]
#[mor(root = "page", bound = "C: Column")]
pub struct Cells<C: Column> {
    cell: Vec<C::Value>,
    #[mor(skip)]
    decoded: bool,
    column: PhantomData<C>,
}

#[derive(FromXml)]
#[mor(root = "page", any_of = ["first", "last"])]
pub struct One<T>(T);

#[derive(Endpoint)]
#[mor(function = "note_get", effect = read, response = One<u64>)]
pub struct NoteGet<T: Default> {
    #[mor(skip)]
    note: Option<T>,
}

fn response<E: Endpoint>(_: &E, xml: &str) -> E::Response {
    E::Response::decode(mor_api::Payload::Xml(xml)).unwrap()
}

fn main() {
    let request = UsersGet::<User>::new(7).limit(10);
    assert_eq!((request.id, request.limit, request.row), (7, Some(10), PhantomData));
    let page = response(&request, "<page><users><user><name>Ona</name></user></users></page>");
    assert_eq!(page.users.first().map(|user| user.name.as_str()), Some("Ona"));
    assert_eq!(UsersGet::<u64>::SPEC.params.len(), 2);
    assert_eq!(Page::<u64>::SHAPE.fields().count(), 1);

    let request = ColumnGet::<Name, u64>::new(7_u64);
    assert_eq!((request.id, request.label.as_str(), request.column), (7, "", PhantomData));
    assert_eq!(ColumnGet::<Name, u64>::SPEC.params.len(), 1);
    let cells = response(&request, "<page><cell>a</cell><cell>b</cell></page>");
    assert_eq!((cells.cell, cells.decoded, cells.column), (vec!["a".to_owned(), "b".to_owned()], false, PhantomData));

    let request = NoteGet::<u8>::new();
    assert_eq!((request.note, response(&request, "<page><last>2</last></page>").0), (None, 2));
}
