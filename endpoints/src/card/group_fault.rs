//! The refusals of the functions that create and change groups of calling cards.

use mor_api::Fault;

/// Why a group of calling cards is not created or changed.
#[derive(Debug, Clone, PartialEq, Eq, Fault)]
pub enum CardGroupFault {
    /// There is no such group, or it is not the caller's.
    #[fault("Card Group was not found")]
    NotFound,
    /// A new group has no name.
    #[fault("Card Group must have name")]
    NameMissing,
    /// Another group has this name.
    #[fault("Card Group name must be unique")]
    NameTaken,
    /// `date_from` is no Unix time.
    #[fault("Date from is incorrect format")]
    DateFrom,
    /// `date_till` is no Unix time.
    #[fault("Time till is incorrect format")]
    DateTill,
    /// `date_till` lies before `date_from` or before today.
    #[fault("Date from is greater than date till")]
    DateOrder,
    /// There is no such tariff.
    #[fault("Tariff was not found")]
    TariffNotFound,
    /// There is no such LCR.
    #[fault("LCR was not found")]
    LcrNotFound,
    /// There is no such location.
    #[fault("Location was not found")]
    LocationNotFound,
    /// There is no such currency.
    #[fault("Currency was not found")]
    CurrencyNotFound,
    /// There is no such record of taxes.
    #[fault("TAX was not found")]
    TaxNotFound,
    /// `valid_after_first_use` has more than 4 digits.
    #[fault("Valid after is incorrect format")]
    ValidAfterFirstUse,
    /// `use_external_function` is neither 0 nor 1.
    #[fault("Use external function is incorrect format")]
    UseExternalFunction,
    /// The flag of the tax 2, 3 or 4 is neither 0 nor 1.
    #[fault(
        "TAX 2 enabling value is incorrect format",
        "TAX 3 enabling value is incorrect format",
        "TAX 4 enabling value is incorrect format"
    )]
    TaxEnabled,
    /// `compound_tax` is neither 0 nor 1.
    #[fault("Compound TAX enabling value is incorrect format")]
    CompoundTax,
    /// `pin_length` is not between 1 and 30.
    #[fault("PIN length can be between 1 and 30", "PIN length must be greater than 0")]
    PinLength,
    /// `pin_length` is no number.
    #[fault("PIN length must consist only of digits")]
    PinLengthNotNumerical,
    /// Another parameter has an invalid value. The string is the parameter's name, with blanks and a capital letter:
    /// `Solo pinless`.
    #[fault(ends_with = "is incorrect format")]
    Format(String),
}
