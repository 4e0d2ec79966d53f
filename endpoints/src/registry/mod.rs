//! The list of all functions, and what can be done with one of which only the name is known.

mod function;
mod response;
mod rows;
mod serializable;

use mor_api::{Endpoint, Spec};

pub use self::function::{Function, Texts};
pub use self::response::AnyResponse;
#[allow(unused_imports, reason = "a response without a main list has its rows from this trait")]
use self::rows::NoRows as _;
use self::rows::Rows;
pub use self::rows::{AnyRow, AnyRows, Visit};

/// Writes the lists of endpoints: a new endpoint is added to its group here and nowhere else.
macro_rules! functions {
    ($($group:ident: $($endpoint:ident),+;)+) => {
        const SPECS: &[&Spec] = &[$($(<crate::$group::$endpoint as Endpoint>::SPEC),+),+];
        const FUNCTIONS: &[Function] = &[$($(
            Function::of::<crate::$group::$endpoint>(
                stringify!($group),
                concat!(stringify!($group), "::", stringify!($endpoint)),
                Rows::<<crate::$group::$endpoint as Endpoint>::Response>::ROWS,
            )
        ),+),+];
    };
}

functions! {
    autodialer: AutodialerChangeCampaignStatus, AutodialerGetCampaignIvrPollResults,
        AutodialerGetCampaignStatistics, AutodialerUploadNumbers;
    balance: UserBalanceGet, UserBalanceGetByPsw, UserBalanceGetByUsername, UserBalanceUpdate,
        UserSimpleBalanceGet;
    call: ActiveCallsGet, CallbackInit, LocalCallsGet, NewCallsList, SpyCall, UserCallsGet;
    callflow: DeviceCallflowGet, DeviceCallflowUpdate;
    card: CallingCardUpdate, CallingCardsCreate, CallingCardsGet, CardBalanceGet, CardByCliUpdate,
        CardFromGroupSell, CardGroupGet, CardPaymentAdd, CcByCliOld, CcGroupCreate, CcGroupUpdate,
        CcGroupsGet;
    credit_note: CreditNoteCreate, CreditNoteDelete, CreditNoteUpdate, CreditNotesGet;
    currency: ExchangeRateUpdate;
    device: CliAdd, CliDelete, CliInfoGet, DeviceClisGet, DeviceCreate, DeviceDelete, DeviceDetailsGet,
        DeviceRuleCreate, DeviceRuleDelete, DeviceRulesGet, DeviceUpdate, DevicesGet, MorphoneDetailsGet,
        UserDevices;
    did: DidClose, DidCreate, DidDelete, DidDetailsUpdate, DidDeviceAssign, DidDeviceUnassign, DidMakeFree,
        DidRatesDetailsGet, DidRatesDetailsUpdate, DidRatesGet, DidRatesUpdate, DidSubscriptionStop,
        DidTerminate, DidTrunkDeviceAssign, DidsGet;
    email: EmailSend;
    financial_statement: FinancialStatementsGet;
    invoice: InvoiceUpdate, InvoiceXlsxGenerate, InvoicesGet, UserInvoices;
    ivr: IvrDialPlanUpdate, IvrTimePeriodUpdate;
    lcr: LcrAddProvider, LcrCreate, LcrDelete, LcrDeleteProvider, LcrUpdate, LcrsGet;
    location_rule: LocationRuleCopy, LocationRuleCreate, LocationRuleDelete, LocationRuleGet,
        LocationRuleUpdate, LocationRulesGet;
    monitoring: MonitoringAddonActivate;
    number_pool: NumberPoolCreate, NumberPoolDelete, NumberPoolNumbersCreate, NumberPoolNumbersDelete,
        NumberPoolUpdate, NumberPoolsGet;
    payment: PaymentCreate, PaymentsGet, PersonalPayments;
    pbx: PbxPoolCreate;
    phonebook: PhonebookEdit, PhonebookRecordCreate, PhonebookRecordDelete, PhonebooksGet;
    provider: ProviderCreate, ProviderDelete, ProviderRuleCreate, ProviderRuleDelete, ProviderRulesGet,
        ProviderUpdate, ProvidersGet;
    queue: QueueLogGet;
    quickforward: QuickforwardsDidDelete, QuickforwardsDidUpdate, QuickforwardsDidsGet;
    rate: DgListUserDestinations, RateGet, UserRates;
    recording: RecordingUpdate, RecordingsDelete, RecordingsGet;
    reseller: ResellerGroupCreate, ResellerGroupsGet;
    service: ServiceCreate, ServiceDelete, ServiceUpdate, ServicesGet;
    session: LoginForm, UserLogin, UserLogout;
    setting: ConflinesUpdate;
    sms: SmsSend, UserSmsGet, UserSmsServiceSubscribe;
    stats: AggregateGet, QuickstatsGet;
    subscription: SubscriptionCreate, SubscriptionCreateBulk, SubscriptionDelete,
        SubscriptionFlatRateNumberStatusGet, SubscriptionUpdate, SubscriptionsGet, UserSubscriptions;
    system: SystemVersionGet;
    tariff: TariffRatesGet, TariffRetailImport, TariffWholesaleUpdate, TariffsGet;
    user: MainPage, UserDelete, UserDetailsGet, UserDetailsRawGet, UserDetailsUpdate, UserRegister,
        UsersGet;
    voucher: VoucherUse;
}

/// The descriptions of all functions, sorted by group.
#[inline]
#[must_use]
pub fn all() -> &'static [&'static Spec] {
    SPECS
}

/// All functions, in the order of [`all`].
///
/// The code of all endpoints becomes a part of the crate that calls this or [`find`], and of no other: in a program with
/// several crates it is best called by one of them.
#[inline]
#[must_use]
pub fn functions() -> &'static [Function] {
    FUNCTIONS
}

/// The function of this name, which may be an older one.
#[inline]
#[must_use]
pub fn find(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|function| function.spec().answers_to(name))
}

/// Functions of which no more than the name is known: the vendor mentions them without parameters or answer.
const UNDECLARED: &[&str] = &["autodialer_redial_all_failed_calls"];

/// The names of functions that exist but are not declared, because no source shows how they are called.
#[inline]
#[must_use]
pub fn undeclared() -> &'static [&'static str] {
    UNDECLARED
}
