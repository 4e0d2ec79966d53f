//! Where the written file is going to live.

/// What a page does not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The group of the function; guessed from its name if `None`.
    pub group: Option<String>,
    /// The path to `mor-endpoints`, from which ids and `Done` are imported. With `crate`, the default, the
    /// file is one of that crate and answers derive `Serialize` under its feature `serde`.
    pub endpoints: String,
}

impl Default for Options {
    fn default() -> Self {
        Self { group: None, endpoints: "crate".to_owned() }
    }
}
