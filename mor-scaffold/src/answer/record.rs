//! From shapes to structs: rows get their own, single elements are reached by path.

use super::shape::Shape;
use crate::guess::{Value, of_texts};
use crate::names::{self, TypeNames, is_plural_of, plural, upper_camel};

/// Names of elements that say nothing about what is in them.
const MEANINGLESS: &[&str] = &["page", "status", "response", "result", "answer", "root", "data", "success"];

/// A struct to derive `FromXml` for.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    pub(crate) name: String,
    /// The element it was made from.
    pub(crate) element: String,
    /// Where it stands in the answer, if it is the response.
    pub(crate) root: Option<String>,
    pub(crate) fields: Vec<Field>,
}

/// A field of an answer.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) content: Content,
    /// Whether it may be missing or empty.
    pub(crate) optional: bool,
    /// How many rows the first sample has, for a list.
    pub(crate) list: Option<usize>,
    /// Whether the element around the rows may be missing.
    pub(crate) default: bool,
    /// The first text that a sample has.
    pub(crate) sample: Option<String>,
    /// Whether that is the one of the first record of its kind in the first sample.
    pub(crate) in_first: bool,
}

/// Where a value stands below its record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    Child(String),
    Path(String),
    Attribute(String),
    Text,
}

/// What a field holds.
#[derive(Debug, Clone)]
pub(crate) enum Content {
    Value(Value),
    /// The struct of this name.
    Record(String),
}

/// Builds the structs of one answer.
pub(super) struct Builder<'b> {
    function: &'b str,
    types: &'b mut TypeNames,
    warnings: &'b mut Vec<String>,
    records: Vec<Record>,
}

/// The way from the record to the element whose children are looked at.
#[derive(Debug, Clone, Copy)]
struct Way<'w> {
    path: &'w [String],
    /// Whether an element on it may be missing.
    optional: bool,
    /// Whether the first record has all of them.
    in_first: bool,
}

impl<'b> Builder<'b> {
    pub(super) fn new(function: &'b str, types: &'b mut TypeNames, warnings: &'b mut Vec<String>) -> Self {
        Self { function, types, warnings, records: Vec::new() }
    }

    /// The response and its rows.
    pub(super) fn response(mut self, shape: &Shape) -> Vec<Record> {
        let (root, shape) = descend(shape);
        let fields = self.fields(shape);
        let lists: Vec<&str> = fields
            .iter()
            .filter(|field| field.list.is_some())
            .map(|field| names::wire_of(&field.name))
            .collect();
        let answer = format!("{}_answer", self.function);
        let wanted = match lists.as_slice() {
            [list] => list,
            _ if !MEANINGLESS.contains(&shape.name.to_ascii_lowercase().as_str()) => shape.name.as_str(),
            _ => answer.as_str(),
        };
        let name = self.types.take(wanted, "Answer");
        let element = shape.name.clone();
        self.records.insert(0, Record { name, element, root: Some(root), fields });
        self.records
    }

    /// A struct for an element.
    fn record(&mut self, shape: &Shape) -> String {
        let name = self.types.take(&upper_camel(&shape.name), "Row");
        let at = self.records.len();
        let fields = self.fields(shape);
        let record = Record { name: name.clone(), element: shape.name.clone(), root: None, fields };
        self.records.insert(at.min(self.records.len()), record);
        name
    }

    fn fields(&mut self, shape: &Shape) -> Vec<Field> {
        let mut fields = Vec::new();
        self.collect(shape, Way { path: &[], optional: false, in_first: true }, &mut fields);
        if shape.has_text() {
            let field = value("value", Place::Text, &shape.name, &shape.texts);
            push(&mut fields, field, "own");
        }
        fields
    }

    fn collect(&mut self, shape: &Shape, way: Way<'_>, fields: &mut Vec<Field>) {
        if shape.is_flat() {
            self.warnings.push(format!(
                "in <{}>, several elements repeat one after the other: they may be records without elements around \
                 them, which Element::flat_records reads",
                shape.name
            ));
        }
        for attribute in &shape.attributes {
            let place = place(way.path, &attribute.name, true);
            let mut field = value(&attribute.name, place, &attribute.name, &attribute.texts);
            field.optional |= way.optional || attribute.texts.len() < shape.count;
            field.in_first = way.in_first && attribute.in_first;
            push(fields, field, &shape.name);
        }
        for child in &shape.children {
            self.child(shape, child, way, fields);
        }
    }

    fn child(&mut self, shape: &Shape, child: &Shape, way: Way<'_>, fields: &mut Vec<Field>) {
        let optional = way.optional || shape.may_lack(child);
        let in_first = way.in_first && child.in_first > 0;
        let place = place(way.path, &child.name, false);
        let mut field = if shape.lists(child) {
            let around = is_plural_of(&shape.name, &child.name) && !way.path.is_empty();
            let name = if around { shape.name.clone() } else { plural(&child.name) };
            let content =
                if child.is_leaf() { list_value(child) } else { Content::Record(self.record(child)) };
            let list = if way.in_first { child.in_first } else { 0 };
            Field { list: Some(list), default: way.optional, ..plain(&name, place, content) }
        } else if child.is_leaf() {
            value(&child.name, place, &child.name, &child.texts)
        } else if child.children.is_empty() || child.has_text() || child.is_large() {
            plain(&child.name, place, Content::Record(self.record(child)))
        } else {
            let path: Vec<String> = way.path.iter().chain([&child.name]).cloned().collect();
            return self.collect(child, Way { path: &path, optional, in_first }, fields);
        };
        field.optional |= optional && field.list.is_none();
        field.in_first = in_first;
        push(fields, field, &shape.name);
    }
}

/// From the root down to the first element that has something in it.
fn descend(shape: &Shape) -> (String, &Shape) {
    let mut path = shape.name.clone();
    let mut current = shape;
    while let ([child], []) = (current.children.as_slice(), current.attributes.as_slice()) {
        let stays = child.is_leaf()
            || child.children.is_empty()
            || current.has_text()
            || current.lists(child)
            || current.may_lack(child)
            || child.is_list();
        if stays {
            break;
        }
        path = format!("{path}/{}", child.name);
        current = child;
    }
    (path, current)
}

/// Blank rows can only be texts.
fn list_value(shape: &Shape) -> Content {
    let value = of_texts(&shape.name, shape.texts.iter().map(String::as_str));
    Content::Value(if may_be_unset(&value, &shape.texts) { Value::Text } else { value })
}

/// Whether one of the texts stands for no value.
fn may_be_unset(value: &Value, texts: &[String]) -> bool {
    texts.iter().map(|text| text.trim()).any(|text| {
        text.is_empty()
            || (matches!(value, Value::Id(_)) && text == "-1")
            || (matches!(value, Value::Date | Value::DateTime | Value::ServerTime)
                && text.starts_with("0000-00-00"))
    })
}

fn place(path: &[String], name: &str, is_attribute: bool) -> Place {
    let sign = if is_attribute { "@" } else { "" };
    match path {
        [] if is_attribute => Place::Attribute(name.to_owned()),
        [] => Place::Child(name.to_owned()),
        path => Place::Path(format!("{}/{sign}{name}", path.join("/"))),
    }
}

fn plain(wire: &str, place: Place, content: Content) -> Field {
    let (name, sample) = (names::field(wire), None);
    Field { name, place, content, optional: false, list: None, default: false, sample, in_first: true }
}

/// A field for the texts of an element or attribute.
fn value(wire: &str, place: Place, named: &str, texts: &[String]) -> Field {
    let value = of_texts(named, texts.iter().map(String::as_str));
    let optional = may_be_unset(&value, texts);
    Field { optional, sample: texts.first().cloned(), ..plain(wire, place, Content::Value(value)) }
}

/// Adds a field; if its name is taken it is called after the element around it, too.
fn push(fields: &mut Vec<Field>, mut field: Field, around: &str) {
    let longer = names::field(&format!("{around}_{}", names::wire_of(&field.name)));
    let numbered = (2..).map(|number| format!("{longer}_{number}"));
    let candidates = [field.name.clone(), longer.clone()].into_iter().chain(numbered);
    let is_free = |name: &String| !fields.iter().any(|other| other.name == *name);
    field.name = { candidates }.find(is_free).unwrap_or(longer);
    fields.push(field);
}
