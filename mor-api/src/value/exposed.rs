//! Serialization that shows secrets, for where they are the point of the call.

use core::cell::Cell;

use serde::{Serialize, Serializer};

thread_local! {
    /// Whether this thread is inside [`Exposed::serialize`].
    static EXPOSING: Cell<bool> = const { Cell::new(false) };
}

/// Serializes a response with its [`Secret`](crate::Secret)s in clear; without it they are masked.
///
/// Only what is serialized through the wrapper, and while it is, shows secrets: `Debug`, errors and logs mask them as
/// ever, those of the wrapper included.
///
/// ```
/// use mor_api::{Exposed, Secret};
///
/// let pin = Secret::from("7856");
/// assert_eq!(serde_json::to_string(&Exposed(&pin))?, "\"7856\"");
/// assert_eq!(serde_json::to_string(&pin)?, "\"***\"");
/// assert_eq!(format!("{:?}", Exposed(&pin)), "Exposed(***)");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Exposed<'a, T: ?Sized>(pub &'a T);

impl<T: Serialize + ?Sized> Serialize for Exposed<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let _scope = Scope(EXPOSING.replace(true));
        self.0.serialize(serializer)
    }
}

/// Whether secrets that are serialized now are shown.
pub(crate) fn is_exposing() -> bool {
    EXPOSING.get()
}

/// Ends when serialization does, also by an error or a panic.
struct Scope(bool);

impl Drop for Scope {
    fn drop(&mut self) {
        EXPOSING.set(self.0);
    }
}

#[cfg(test)]
mod tests {
    use serde::ser::Error as _;

    use super::*;
    use crate::{ElementMap, Secret};

    fn json<T: Serialize + ?Sized>(value: &T) -> String {
        serde_json::to_string(value).unwrap()
    }

    #[test]
    fn it_reaches_secrets_by_type_and_by_name_at_any_depth() {
        let map: ElementMap = [("pin", "7856"), ("id", "2")].into_iter().collect();
        let value = vec![(Secret::from("sesame"), map)];
        assert_eq!(json(&Exposed(&value)), r#"[["sesame",{"pin":"7856","id":"2"}]]"#);
        assert_eq!(json(&value), r#"[["***",{"pin":"***","id":"2"}]]"#);
    }

    struct Fails;

    impl Serialize for Fails {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(S::Error::custom("on purpose"))
        }
    }

    #[test]
    fn it_ends_with_the_value_also_when_that_fails() {
        let secret = Secret::from("sesame");
        serde_json::to_string(&Exposed(&Fails)).unwrap_err();
        assert_eq!(json(&secret), "\"***\"");
        assert_eq!(json(&(Exposed(&secret), &secret)), "[\"sesame\",\"***\"]");
        assert_eq!(json(&Exposed(&(Exposed(&secret), &secret))), "[\"sesame\",\"sesame\"]");
    }

    struct Elsewhere;

    impl Serialize for Elsewhere {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let elsewhere = std::thread::spawn(|| json(&Secret::from("sesame"))).join();
            serializer.serialize_str(&elsewhere.unwrap())
        }
    }

    #[test]
    fn other_threads_see_nothing_of_it() {
        assert_eq!(json(&Exposed(&Elsewhere)), r#""\"***\"""#);
    }
}
