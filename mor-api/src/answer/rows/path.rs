//! Where a response has the rows of a list.

use core::fmt;
use core::marker::PhantomData;
use std::borrow::Cow;

/// The path of a list's rows, from the root of the XML: `page/users/user`.
///
/// A response with a field marked `#[mor(rows)]` has one as [`Listing::ROWS`](crate::Listing::ROWS).
/// [`RowPath::new`] makes one for another list.
///
/// A `?` after a name says that this element, and everything inside it, may be missing when there are no rows:
/// `page/calls_stat/calls?/call`.
///
/// ```
/// use mor_api::RowPath;
///
/// let path: RowPath<u64> = RowPath::new("page/users/user/id")?;
/// assert_eq!(path.to_string(), "page/users/user/id");
///
/// let error = RowPath::<u64>::new("page//user").unwrap_err();
/// assert_eq!(error.to_string(), "`page//user` is not a path of rows: a name is empty; expected such as `page/users/user`");
/// # Ok::<(), mor_api::InvalidRowPath>(())
/// ```
pub struct RowPath<T> {
    path: Cow<'static, str>,
    options: RowOptions,
    row: PhantomData<fn() -> T>,
}

/// How rows are read, apart from where they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RowOptions {
    /// White space around strings is removed.
    pub(crate) trim: bool,
    /// A list with elements, none of them a row, is an error: the path may be wrong.
    pub(crate) checked: bool,
}

impl<T> RowPath<T> {
    /// The path of a declared list, for generated code and implementations of [`Listing`](crate::Listing) by hand. The
    /// declaration is trusted: a list with other elements than rows has no rows.
    #[must_use]
    pub const fn declared(path: &'static str) -> Self {
        Self {
            path: Cow::Borrowed(path),
            options: RowOptions { trim: false, checked: false },
            row: PhantomData,
        }
    }

    /// Removes the white space around the strings of a row, as `#[mor(trim)]` does.
    #[must_use]
    pub const fn with_trim(mut self) -> Self {
        self.options.trim = true;
        self
    }

    /// The path of a list that is not declared. If the list of a response has elements, but none with the last name of
    /// the path, reading it is an error.
    pub fn new(path: &str) -> Result<Self, InvalidRowPath> {
        check(path).map_err(|why| InvalidRowPath { path: path.to_owned(), why })?;
        Ok(Self {
            path: Cow::Owned(path.to_owned()),
            options: RowOptions { trim: false, checked: true },
            row: PhantomData,
        })
    }

    /// The path as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.path
    }

    pub(crate) fn options(&self) -> RowOptions {
        self.options
    }
}

fn check(path: &str) -> Result<(), &'static str> {
    let names: Vec<&str> = path.split('/').collect();
    let [root, between @ .., row] = names.as_slice() else {
        return Err("it has one name");
    };
    if root.ends_with('?') || row.ends_with('?') {
        return Err("the root and the row cannot be missing");
    }
    let between = between.iter().map(|name| name.strip_suffix('?').unwrap_or(name));
    for name in between.chain([*root, *row]) {
        if name.is_empty() {
            return Err("a name is empty");
        }
        if name.contains(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':'))) {
            return Err("a name has a character that is not allowed in names");
        }
    }
    Ok(())
}

/// A path of rows that cannot be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidRowPath {
    path: String,
    why: &'static str,
}

impl fmt::Display for InvalidRowPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, why } = self;
        write!(f, "`{path}` is not a path of rows: {why}; expected such as `page/users/user`")
    }
}

impl core::error::Error for InvalidRowPath {}

// Derived, these would ask for the same of the row's type.

impl<T> Clone for RowPath<T> {
    fn clone(&self) -> Self {
        Self { path: self.path.clone(), options: self.options, row: PhantomData }
    }
}

impl<T> fmt::Debug for RowPath<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("RowPath").field(&self.path).finish()
    }
}

impl<T> fmt::Display for RowPath<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_cannot_be_one() {
        for (path, why) in [
            ("", "one name"),
            ("page", "one name"),
            ("page/", "empty"),
            ("/user", "empty"),
            ("page/?/user", "empty"),
            ("page?/user", "cannot be missing"),
            ("page/user?", "cannot be missing"),
            ("page/@id", "character"),
            ("page/us er/id", "character"),
            ("page/a??/id", "character"),
        ] {
            let error = RowPath::<u64>::new(path).unwrap_err().to_string();
            assert!(error.contains(why), "{path:?}: {error}");
        }
        for path in ["page/user", "page/users?/user", "a/b/c-d/e.f/g:h"] {
            assert_eq!(RowPath::<u64>::new(path).unwrap().as_str(), path);
        }
    }
}
