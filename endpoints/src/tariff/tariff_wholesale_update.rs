//! `tariff_wholesale_update`: creates or changes a wholesale tariff.

use mor_api::{DecodeError, Element, Endpoint, FromXml, InvalidRequest};

use super::TariffWholesaleFault;
use crate::TariffId;

/// Creates a wholesale tariff for users, or changes name or currency of one of the caller's.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "tariff_wholesale_update",
    aliases = ["wholesale_tariff"],
    effect = write,
    response = TariffWholesaleUpdated,
    fault = TariffWholesaleFault,
    verify = "`tariffs_get` lists the tariffs: look for the `name`",
    check = Self::check_name,
)]
pub struct TariffWholesaleUpdate {
    /// Its name, which no other tariff may have; needed to create one.
    #[hash(order = 1)]
    pub name: Option<String>,
    /// The tariff to change; without it, or with 0, one is created.
    #[hash(order = 2)]
    pub id: Option<TariffId>,
    /// Code of its currency.
    #[hash(order = 3)]
    pub currency: Option<String>,
}

impl TariffWholesaleUpdate {
    /// Creates a tariff.
    #[must_use]
    pub fn create(name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), id: None, currency: None }
    }

    /// Changes a tariff.
    #[must_use]
    #[inline]
    pub fn change(id: TariffId) -> Self {
        Self { name: None, id: Some(id), currency: None }
    }

    #[inline]
    fn check_name(&self) -> Result<(), InvalidRequest> {
        let creates = self.id.is_none_or(|id| id == TariffId(0));
        if creates && self.name.as_ref().is_none_or(String::is_empty) {
            return Err(InvalidRequest::new(
                "name",
                "a tariff is created under a name, or changed by its `id`",
            ));
        }
        Ok(())
    }
}

/// A tariff that was created or changed.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page", with = Self::from_element)]
pub struct TariffWholesaleUpdated {
    /// The word `ok`.
    pub status: String,
    /// ID of the tariff, if it was created.
    pub tariff_id: Option<TariffId>,
}

/// The page as it comes.
#[derive(FromXml)]
struct Page {
    status: String,
    tariff_id: Option<TariffId>,
}

impl TariffWholesaleUpdated {
    /// No status but `ok` is a success.
    fn from_element(element: &mut Element<'_, '_>) -> Result<Self, DecodeError> {
        let Page { status, tariff_id } = Page::from_xml(element)?;
        match status.trim() {
            "" => Err(element.bad_value("the word ok", "")),
            ok if ok.eq_ignore_ascii_case("ok") => Ok(Self { status, tariff_id }),
            refusal => Err(element.refuse(refusal)),
        }
    }
}

#[cfg(test)]
mod tests {
    use mor_api::{AnswerError, from_xml};

    use super::*;

    #[test]
    fn only_ok_is_a_success() {
        let updated = |xml| from_xml::<TariffWholesaleUpdated>(xml);
        let changed = updated("<page><status>ok</status></page>").unwrap();
        assert_eq!((changed.status.as_str(), changed.tariff_id), ("ok", None));
        let created = updated("<page><status>ok</status><tariff_id></tariff_id></page>").unwrap();
        assert_eq!(created.tariff_id, None);
        let refused = updated("<page><status>not saved</status></page>");
        assert!(matches!(refused, Err(AnswerError::Refused(_))), "{refused:?}");
        assert!(matches!(updated("<page><status></status></page>"), Err(AnswerError::Decode(_))));
    }
}
