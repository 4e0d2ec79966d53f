//! What elements of the same name have in common: rows of a list, or the roots of several samples.

use crate::names::is_plural_of;
use crate::xml::Node;

/// Elements with no more leaves than this are not worth a struct.
const FLATTENED: usize = 6;

/// Elements of one name, laid one over the other.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    pub(super) name: String,
    pub(super) attributes: Vec<Attribute>,
    pub(super) children: Vec<Shape>,
    /// Their own texts, blank ones included.
    pub(super) texts: Vec<String>,
    /// How many elements these are.
    pub(super) count: usize,
    /// How many parents have at least one.
    pub(super) parents: usize,
    /// Whether a parent has several.
    pub(super) repeated: bool,
    /// How many the first parent has.
    pub(super) in_first: usize,
}

/// An attribute and its values.
#[derive(Debug, Clone)]
pub(super) struct Attribute {
    pub(super) name: String,
    pub(super) texts: Vec<String>,
    /// Whether the first element has it.
    pub(super) in_first: bool,
}

impl Shape {
    /// The shape of elements of one name.
    pub(super) fn of(nodes: &[&Node]) -> Self {
        let mut names: Vec<&str> = Vec::new();
        let mut attributes: Vec<Attribute> = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            for child in &node.children {
                if !names.contains(&child.name.as_str()) {
                    names.push(&child.name);
                }
            }
            for (name, text) in &node.attributes {
                match attributes.iter_mut().find(|other| other.name == *name) {
                    Some(other) => other.texts.push(text.clone()),
                    None => attributes.push(Attribute {
                        name: name.clone(),
                        texts: vec![text.clone()],
                        in_first: index == 0,
                    }),
                }
            }
        }
        Self {
            name: nodes.first().map(|node| node.name.clone()).unwrap_or_default(),
            attributes,
            children: names.iter().map(|name| Self::child(nodes, name)).collect(),
            texts: nodes.iter().map(|node| node.text.clone()).collect(),
            count: nodes.len(),
            parents: 1,
            repeated: false,
            in_first: 1,
        }
    }

    /// The shape of the children of one name.
    fn child(parents: &[&Node], name: &str) -> Self {
        let groups: Vec<Vec<&Node>> = parents
            .iter()
            .map(|parent| parent.children.iter().filter(|child| child.name == name).collect())
            .collect();
        Self {
            parents: groups.iter().filter(|group| !group.is_empty()).count(),
            repeated: groups.iter().any(|group| group.len() > 1),
            in_first: groups.first().map_or(0, Vec::len),
            ..Self::of(&groups.concat())
        }
    }

    /// A text and nothing else.
    pub(super) fn is_leaf(&self) -> bool {
        self.children.is_empty() && self.attributes.is_empty()
    }

    /// Whether one of them has a text of its own.
    pub(super) fn has_text(&self) -> bool {
        self.texts.iter().any(|text| !text.trim().is_empty())
    }

    /// Whether a child is one of a list, perhaps the only one.
    pub(super) fn lists(&self, child: &Self) -> bool {
        child.repeated || (self.children.len() == 1 && is_plural_of(&self.name, &child.name))
    }

    /// Whether there is nothing in it but the rows of a list.
    pub(super) fn is_list(&self) -> bool {
        matches!(self.children.as_slice(), [row] if self.lists(row))
    }

    /// Whether a child is missing in some of the elements.
    pub(super) fn may_lack(&self, child: &Self) -> bool {
        child.parents < self.count
    }

    /// Whether a single element of this shape deserves a struct of its own.
    pub(super) fn is_large(&self) -> bool {
        self.leaves() > FLATTENED && !self.is_list()
    }

    /// Leaves, however deep.
    fn leaves(&self) -> usize {
        if self.children.is_empty() { 1 } else { self.children.iter().map(Self::leaves).sum() }
    }

    /// Whether leaves of several names stand again and again without elements around them.
    pub(super) fn is_flat(&self) -> bool {
        self.children.iter().filter(|child| child.repeated && child.is_leaf()).count() > 1
    }
}
