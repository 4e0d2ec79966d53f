//! Parameters that several functions share.

use crate::{InvalidRequest, ParamSpec, ParamValue};

/// A run of optional parameters that several functions have in common, such as the settings of a thing that
/// one function creates and another changes.
///
/// Derive it, and let an endpoint end in it with `#[mor(flatten)]`. Its parameters are never hashed: places in
/// the hash are counted by each function for itself.
///
#[cfg_attr(feature = "derive", doc = "```")]
#[cfg_attr(not(feature = "derive"), doc = "```ignore")]
/// use mor_api::{Endpoint, FromXml, ParamSet};
///
/// /// What there is to set about a voice menu.
/// #[derive(Debug, Clone, Default, ParamSet)]
/// pub struct MenuSettings {
///     /// How long it waits for a key, in seconds.
///     pub timeout: Option<u32>,
/// }
///
/// #[derive(Debug, Clone, Endpoint)]
/// #[mor(function = "menu_update", effect = write, response = Updated)]
/// pub struct MenuUpdate {
///     #[hash(order = 1)]
///     pub menu_id: u64,
///     #[mor(flatten)]
///     pub settings: MenuSettings,
/// }
///
/// #[derive(Debug, FromXml)]
/// #[mor(root = "page")]
/// pub struct Updated {}
///
/// let request = MenuUpdate::new(7_u64).settings(MenuSettings::new().timeout(5_u32));
/// assert_eq!(request.settings.timeout, Some(5));
/// assert_eq!(MenuUpdate::SPEC.params.len(), 2);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a set of parameters: it does not implement `mor_api::ParamSet`",
    label = "not a set of parameters",
    note = "derive it: `#[derive(Default, mor_api::ParamSet)]`"
)]
pub trait ParamSet: Default {
    /// The parameters in the order of declaration.
    const PARAMS: &'static [ParamSpec];

    /// The value of the parameter at `index` of [`PARAMS`](Self::PARAMS), or `None` when it is left out or
    /// there is no such index.
    fn value(&self, index: usize) -> Option<&dyn ParamValue>;

    /// Builds a set from the wire forms of its parameters, see
    /// [`Endpoint::from_texts`](crate::Endpoint::from_texts).
    fn from_texts(text: &mut dyn FnMut(&'static str) -> Option<String>) -> Result<Self, InvalidRequest>;
}
