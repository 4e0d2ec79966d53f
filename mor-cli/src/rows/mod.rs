//! The main list of an answer: where it stands in the XML and in the decoded value, and its rows one by one.
//!
//! Nobody wrote down where a function has its list. It is found by experiment on the catalog's samples: an element is a
//! row if the answer still decodes when the element stands twice, and if exactly one list of the decoded value is
//! longer by one then. Of several such elements the outermost one whose rows are records counts.

mod lines;
mod sample;
mod stream;

use mor_api::{AnswerError, Body};
use mor_endpoints::{AnyResponse, Function};
use serde_json::Value;

pub(crate) use self::stream::stream;

/// Where the rows of a function's answer are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MainList {
    /// The path of a row from the root, such as `page/calls_stat/calls/call`.
    pub(crate) path: String,
    /// Where the list stands in the decoded value, as a JSON pointer.
    pub(crate) pointer: String,
    /// The columns of a row of the sample.
    pub(crate) columns: Vec<String>,
    /// The sample before and behind its rows.
    around: (String, String),
}

impl MainList {
    /// The main list of a function; `None` if it has none, or if no sample shows one.
    pub(crate) fn of(function: &Function) -> Option<Self> {
        let facts = mor_sim::catalog::find(function.spec().function)?;
        facts.responses.iter().find_map(|sample| sample::main_list(function, &sample.xml))
    }

    /// Decodes rows that were cut out of an answer, in the frame of the sample: so they are read, named and masked
    /// exactly as in a whole answer.
    fn decode<'r>(
        &self,
        function: &Function,
        rows: impl Iterator<Item = &'r str>,
        json: impl FnOnce(&AnyResponse) -> Value,
    ) -> Result<Vec<Value>, AnswerError> {
        let mut xml = self.around.0.clone();
        rows.for_each(|row| xml.push_str(row));
        xml.push_str(&self.around.1);
        let mut value = json(&function.decode(Body::Xml(&xml))?);
        Ok(match value.pointer_mut(&self.pointer).map(Value::take) {
            Some(Value::Array(rows)) => rows,
            _ => Vec::new(),
        })
    }

    /// Lines of the answer's frame before the rows.
    fn lines_before(&self) -> u64 {
        self.around.0.bytes().map(|byte| u64::from(byte == b'\n')).sum()
    }
}

/// The rows of a decoded answer. An answer without a list is one row.
pub(crate) fn of_value(list: Option<&MainList>, mut value: Value) -> Vec<Value> {
    let known = list.and_then(|list| value.pointer_mut(&list.pointer));
    if let Some(Value::Array(rows)) = known.map(Value::take) {
        return rows;
    }
    match value {
        Value::Array(rows) => rows,
        Value::Object(fields) => {
            let is_records = |value: &Value| {
                value.as_array().is_some_and(|rows| rows.first().is_some_and(Value::is_object))
            };
            match fields.values().find(|value| is_records(value)) {
                Some(Value::Array(rows)) => rows.clone(),
                _ => vec![Value::Object(fields)],
            }
        }
        other => vec![other],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(function: &str) -> MainList {
        MainList::of(mor_endpoints::find(function).unwrap()).unwrap()
    }

    #[test]
    fn lists_are_found_by_experiment() {
        let calls = list("user_calls_get");
        assert_eq!((calls.path.as_str(), calls.pointer.as_str()), ("page/calls_stat/calls/call", "/calls"));
        assert_eq!(calls.columns[0], "started_at");
        assert_eq!(list("lcrs_get").path, "page/lcrs/lcr");
        assert_eq!(MainList::of(mor_endpoints::find("lcr_create").unwrap()), None);
    }

    #[test]
    fn the_rows_of_a_value() {
        let value = serde_json::json!({"calls": [{"id": 1}, {"id": 2}], "n": 2});
        assert_eq!(of_value(Some(&list("user_calls_get")), value.clone()).len(), 2);
        assert_eq!(of_value(None, value).len(), 2);
        assert_eq!(of_value(None, serde_json::json!({"n": 2})).len(), 1);
        assert_eq!(of_value(None, serde_json::json!("done")).len(), 1);
    }
}
