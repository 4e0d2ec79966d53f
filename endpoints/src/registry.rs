//! The list of all functions, and what can be done with one of which only the name is known.

use core::any::Any;
use core::fmt::{self, Debug};
use core::marker::PhantomData;
use std::io::Read;

use mor_api::{
    AnswerError, CallOptions, Credentials, Endpoint, Explanation, Fault, InvalidRequest, Listing, Params,
    Payload, PreparedRequest, Refusal, Refused, RequestError, Response, RowReader, Server, Spec, Unknown,
};

/// Where parameters of a request come from as texts: asked for each by its wire name.
pub type Texts<'t> = dyn FnMut(&'static str) -> Option<String> + 't;

/// One function of the API behind its name: what a command line or a test needs when it does not know the
/// endpoint's type.
#[derive(Debug, Clone, Copy)]
pub struct Function {
    spec: &'static Spec,
    fault_texts: &'static [&'static str],
    is_documented: fn(&Refusal) -> bool,
    read: fn(&mut Texts<'_>) -> Result<Box<dyn Request>, InvalidRequest>,
    decode: Decode,
    rows: Option<AnyRows>,
    group: &'static str,
    type_name: &'static str,
}

/// Decodes an answer, see [`Response::read`].
type Decode = fn(Payload<'_>, Option<&mut Vec<Unknown>>) -> Result<Box<dyn Answer>, AnswerError>;

/// An endpoint with its values. What is done with it is compiled once, not once for each of its kind.
trait Request: Params + Debug {
    fn check(&self) -> Result<(), InvalidRequest>;

    fn check_response(&self, response: &dyn Any) -> Result<(), AnswerError>;
}

impl<E: Endpoint<Response: 'static> + Debug> Request for E {
    fn check(&self) -> Result<(), InvalidRequest> {
        Endpoint::check(self)
    }

    fn check_response(&self, response: &dyn Any) -> Result<(), AnswerError> {
        response.downcast_ref().map_or(Ok(()), |response| Endpoint::check_response(self, response))
    }
}

/// What can be serialized without its type being known: everything with the feature `serde`, nothing without it.
#[cfg(feature = "serde")]
use erased_serde::Serialize as Serializable;

#[cfg(not(feature = "serde"))]
trait Serializable {}

#[cfg(not(feature = "serde"))]
impl<T> Serializable for T {}

/// A response.
trait Answer: Any + Debug + Serializable {
    fn partial(&self) -> Option<String>;
}

impl<R: Response + Debug + Serializable + 'static> Answer for R {
    fn partial(&self) -> Option<String> {
        Response::partial(self)
    }
}

/// A response to a function of which only the name is known.
#[derive(Debug)]
pub struct AnyResponse(Box<dyn Answer>);

impl AnyResponse {
    /// What of the request was not carried out, see [`Response::partial`].
    #[must_use]
    pub fn partial(&self) -> Option<String> {
        self.0.partial()
    }
}

/// Serializes as the response itself. Secrets are masked, unless [`Exposed`](mor_api::Exposed) shows them.
#[cfg(feature = "serde")]
impl serde::Serialize for AnyResponse {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        erased_serde::serialize(&*self.0, serializer)
    }
}

/// Reads the rows of a response one by one, see [`Function::rows`].
#[derive(Clone, Copy)]
pub struct AnyRows(fn(Box<dyn Read + '_>, &mut Visit<'_>) -> Result<(), AnswerError>);

/// Takes a row; false ends the reading.
pub type Visit<'v> = dyn FnMut(AnyRow<'_>) -> bool + 'v;

impl AnyRows {
    /// Decodes the rows of a response while it is read, and hands each over. What comes after the last row is checked
    /// too, as by [`RowReader`].
    pub fn read(&self, source: Box<dyn Read + '_>, visit: &mut Visit<'_>) -> Result<(), AnswerError> {
        (self.0)(source, visit)
    }
}

impl Debug for AnyRows {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AnyRows")
    }
}

/// A row of a response to a function of which only the name is known.
pub struct AnyRow<'r>(&'r dyn Row);

impl Debug for AnyRow<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A row.
trait Row: Debug + Serializable {}

impl<R: Debug + Serializable> Row for R {}

/// Serializes as the row itself. Secrets are masked, unless [`Exposed`](mor_api::Exposed) shows them.
#[cfg(feature = "serde")]
impl serde::Serialize for AnyRow<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        erased_serde::serialize(self.0, serializer)
    }
}

/// Looks at a response type: [`Rows::ROWS`] of one with a main list is found before that of [`NoRows`].
struct Rows<R>(PhantomData<R>);

trait NoRows {
    const ROWS: Option<AnyRows> = None;
}

impl<R> NoRows for Rows<R> {}

impl<R: Listing<Row: Row>> Rows<R> {
    const ROWS: Option<AnyRows> = Some(AnyRows(read_rows::<R>));
}

fn read_rows<R: Listing<Row: Row>>(
    source: Box<dyn Read + '_>,
    visit: &mut Visit<'_>,
) -> Result<(), AnswerError> {
    for row in RowReader::new(source, R::ROWS) {
        if !visit(AnyRow(&row?)) {
            break;
        }
    }
    Ok(())
}

// Functions, not closures: each closure brings another function that calls it.

fn is_documented<F: Fault>(refusal: &Refusal) -> bool {
    Refused::<F>::from_refusal(refusal).other().is_none()
}

fn read<E: Endpoint<Response: 'static> + Debug + 'static>(
    texts: &mut Texts<'_>,
) -> Result<Box<dyn Request>, InvalidRequest> {
    match E::from_texts(texts) {
        Ok(endpoint) => Ok(Box::new(endpoint)),
        Err(invalid) => Err(invalid),
    }
}

fn decode<R: Response + Answer + 'static>(
    body: Payload<'_>,
    unknown: Option<&mut Vec<Unknown>>,
) -> Result<Box<dyn Answer>, AnswerError> {
    match R::read(body, unknown) {
        Ok(response) => Ok(Box::new(response)),
        Err(error) => Err(error),
    }
}

impl Function {
    const fn of<E: Endpoint<Response: Answer + 'static> + Debug + 'static>(
        group: &'static str,
        type_name: &'static str,
        rows: Option<AnyRows>,
    ) -> Self {
        Self {
            spec: E::SPEC,
            fault_texts: E::Fault::TEXTS,
            is_documented: is_documented::<E::Fault>,
            read: read::<E>,
            decode: decode::<E::Response>,
            rows,
            group,
            type_name,
        }
    }

    /// The function and its parameters.
    #[must_use]
    #[inline]
    pub fn spec(&self) -> &'static Spec {
        self.spec
    }

    /// The name of the endpoint's type, with its group: `lcr::LcrCreate`.
    #[must_use]
    #[inline]
    pub fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// The module of the endpoint's type: the subject it belongs to, such as `autodialer` or `payment`.
    #[must_use]
    #[inline]
    pub fn group(&self) -> &'static str {
        self.group
    }

    /// Reads the rows of its responses one by one, if they have a main list ([`Listing`]).
    #[must_use]
    #[inline]
    pub fn rows(&self) -> Option<AnyRows> {
        self.rows
    }

    /// The refusals it documents beside the common ones.
    #[must_use]
    #[inline]
    pub fn fault_texts(&self) -> &'static [&'static str] {
        self.fault_texts
    }

    /// Whether a refusal is one that the function, or every function, documents.
    #[must_use]
    #[inline]
    pub fn documents(&self, refusal: &Refusal) -> bool {
        (self.is_documented)(refusal)
    }

    /// Builds, signs and encodes a request from texts.
    #[inline]
    pub fn prepare(
        &self,
        server: &Server,
        credentials: &Credentials,
        options: &CallOptions,
        texts: &mut Texts<'_>,
    ) -> Result<PreparedRequest, RequestError> {
        server.prepare_described(self.spec, &*self.checked(texts)?, credentials, options)
    }

    /// Explains the request that [`Function::prepare`] would make.
    #[inline]
    pub fn explain(
        &self,
        server: &Server,
        credentials: &Credentials,
        options: &CallOptions,
        texts: &mut Texts<'_>,
    ) -> Result<Explanation, RequestError> {
        server.explain_described(self.spec, &*self.checked(texts)?, credentials, options)
    }

    /// Decodes an answer and reports the elements that no field takes.
    #[inline]
    pub fn check_answer(&self, body: Payload<'_>) -> Result<Vec<Unknown>, AnswerError> {
        let mut unknown = Vec::new();
        (self.decode)(body, Some(&mut unknown)).map(|_| unknown)
    }

    /// What `Debug` shows of the endpoint that these texts make. Secrets are masked.
    #[inline]
    pub fn debug_request(&self, texts: &mut Texts<'_>) -> Result<String, RequestError> {
        self.request(texts).map(|request| format!("{request:?}"))
    }

    /// Decodes an answer and says what `Debug` shows of it. Secrets are masked.
    #[inline]
    pub fn debug_answer(&self, body: Payload<'_>) -> Result<String, AnswerError> {
        (self.decode)(body, None).map(|answer| format!("{answer:?}"))
    }

    /// Decodes an answer.
    #[inline]
    pub fn decode(&self, body: Payload<'_>) -> Result<AnyResponse, AnswerError> {
        (self.decode)(body, None).map(AnyResponse)
    }

    /// Decodes the answer to the request that these texts make, see [`Endpoint::check_response`].
    #[inline]
    pub fn decode_for(&self, texts: &mut Texts<'_>, body: Payload<'_>) -> Result<AnyResponse, AnswerError> {
        let answer = (self.decode)(body, None)?;
        if let Ok(request) = (self.read)(texts) {
            request.check_response(&*answer)?;
        }
        Ok(AnyResponse(answer))
    }

    #[inline]
    fn request(&self, texts: &mut Texts<'_>) -> Result<Box<dyn Request>, RequestError> {
        (self.read)(texts).map_err(|invalid| RequestError::invalid(self.spec, invalid))
    }

    /// A request that is not refused before it is sent.
    #[inline]
    fn checked(&self, texts: &mut Texts<'_>) -> Result<Box<dyn Request>, RequestError> {
        let request = self.request(texts)?;
        request.check().map_err(|invalid| RequestError::invalid(self.spec, invalid))?;
        Ok(request)
    }
}

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
    FUNCTIONS.iter().find(|function| function.spec.answers_to(name))
}

/// Functions of which no more than the name is known: the vendor mentions them without parameters or answer.
const UNDECLARED: &[&str] = &["autodialer_redial_all_failed_calls"];

/// The names of functions that exist but are not declared, because no source shows how they are called.
#[inline]
#[must_use]
pub fn undeclared() -> &'static [&'static str] {
    UNDECLARED
}
