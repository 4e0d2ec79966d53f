//! Responses that are, in the main, a list.

use crate::{FromXml, Response, RowPath};

/// A response with a main list, whose rows can be read one by one while the response arrives.
///
/// `#[mor(rows)]` on a `Vec` of a `#[derive(FromXml)]` with a `root` implements it:
///
#[cfg_attr(feature = "derive", doc = "```")]
#[cfg_attr(not(feature = "derive"), doc = "```ignore")]
/// use mor_api::{FromXml, Listing, RowReader};
///
/// #[derive(FromXml)]
/// #[mor(root = "page/status")]
/// struct Users {
///     #[mor(path = "users/user", rows)]
///     users: Vec<User>,
/// }
///
/// #[derive(FromXml)]
/// struct User {
///     id: u64,
/// }
///
/// assert_eq!(Users::ROWS.as_str(), "page/status/users/user");
///
/// let xml = "<page><status><users><user><id>2</id></user><user><id>3</id></user></users></status></page>";
/// let ids: Result<Vec<u64>, _> =
///     RowReader::new(xml.as_bytes(), Users::ROWS).map(|user| user.map(|user| user.id)).collect();
/// assert_eq!(ids?, [2, 3]);
/// # Ok::<(), mor_api::AnswerError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no main list: it does not implement `mor_api::Listing`",
    label = "not a list",
    note = "mark the `Vec` that is the main list with `#[mor(rows)]`, or name a list by `rows_at`"
)]
pub trait Listing: Response {
    /// What a row decodes into.
    type Row: FromXml;

    /// Where the rows are.
    const ROWS: RowPath<Self::Row>;
}
