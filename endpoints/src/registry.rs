//! The list of all functions, and what can be done with one of which only the name is known.

use core::fmt::Debug;

use mor_api::{
    AnswerError, Body, CallOptions, Credentials, Endpoint, Explanation, Fault, PreparedRequest, Refusal,
    RequestError, Response, Server, Spec, Unknown,
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
    prepare: Prepare,
    explain: Explain,
    check_answer: fn(Body<'_>) -> Result<Vec<Unknown>, AnswerError>,
    debug_request: fn(&mut Texts<'_>) -> Result<String, RequestError>,
    debug_answer: fn(Body<'_>) -> Result<String, AnswerError>,
    type_name: fn() -> &'static str,
    #[cfg(feature = "serde")]
    to_json: fn(Body<'_>) -> Result<serde_json::Value, AnswerError>,
}

type Prepare =
    fn(&Server, &Credentials, &CallOptions, &mut Texts<'_>) -> Result<PreparedRequest, RequestError>;
type Explain = fn(&Server, &Credentials, &CallOptions, &mut Texts<'_>) -> Result<Explanation, RequestError>;

/// What a response must be to be listed: with the feature `serde` it can be serialized.
#[cfg(feature = "serde")]
trait Listed: Response + Debug + serde::Serialize {}
#[cfg(feature = "serde")]
impl<R: Response + Debug + serde::Serialize> Listed for R {}

/// What a response must be to be listed.
#[cfg(not(feature = "serde"))]
trait Listed: Response + Debug {}
#[cfg(not(feature = "serde"))]
impl<R: Response + Debug> Listed for R {}

impl Function {
    const fn of<E: Endpoint<Response: Listed> + Debug>() -> Self {
        Self {
            spec: E::SPEC,
            fault_texts: E::Fault::TEXTS,
            is_documented: |refusal| E::Fault::from_refusal(refusal).other().is_none(),
            prepare: |server, credentials, options, texts| {
                let endpoint =
                    E::from_texts(texts).map_err(|invalid| RequestError::invalid(E::SPEC, invalid))?;
                server.prepare(&endpoint, credentials, options)
            },
            explain: |server, credentials, options, texts| {
                let endpoint =
                    E::from_texts(texts).map_err(|invalid| RequestError::invalid(E::SPEC, invalid))?;
                server.explain(&endpoint, credentials, options)
            },
            check_answer: |body| E::Response::decode_strict(body).map(|(_, unknown)| unknown),
            debug_request: |texts| {
                let endpoint =
                    E::from_texts(texts).map_err(|invalid| RequestError::invalid(E::SPEC, invalid))?;
                Ok(format!("{endpoint:?}"))
            },
            debug_answer: |body| E::Response::decode(body).map(|response| format!("{response:?}")),
            type_name: core::any::type_name::<E>,
            #[cfg(feature = "serde")]
            to_json: |body| {
                let response = E::Response::decode(body)?;
                // Keys are texts and numbers are finite: nothing in a response can fail to be JSON.
                Ok(serde_json::to_value(response).unwrap_or_default())
            },
        }
    }

    /// The function and its parameters.
    #[must_use]
    pub fn spec(&self) -> &'static Spec {
        self.spec
    }

    /// The name of the endpoint's type, with its group: `lcr::LcrCreate`.
    #[must_use]
    pub fn type_name(&self) -> String {
        let path = (self.type_name)();
        format!("{}::{}", self.spec.group, path.rsplit("::").next().unwrap_or(path))
    }

    /// The refusals it documents beside the common ones.
    #[must_use]
    pub fn fault_texts(&self) -> &'static [&'static str] {
        self.fault_texts
    }

    /// Whether a refusal is one that the function, or every function, documents.
    #[must_use]
    pub fn documents(&self, refusal: &Refusal) -> bool {
        (self.is_documented)(refusal)
    }

    /// Builds, signs and encodes a request from texts.
    pub fn prepare(
        &self,
        server: &Server,
        credentials: &Credentials,
        options: &CallOptions,
        texts: &mut Texts<'_>,
    ) -> Result<PreparedRequest, RequestError> {
        (self.prepare)(server, credentials, options, texts)
    }

    /// Explains the request that [`Function::prepare`] would make.
    pub fn explain(
        &self,
        server: &Server,
        credentials: &Credentials,
        options: &CallOptions,
        texts: &mut Texts<'_>,
    ) -> Result<Explanation, RequestError> {
        (self.explain)(server, credentials, options, texts)
    }

    /// Decodes an answer and reports the elements that no field takes.
    pub fn check_answer(&self, body: Body<'_>) -> Result<Vec<Unknown>, AnswerError> {
        (self.check_answer)(body)
    }

    /// What `Debug` shows of the endpoint that these texts make. Secrets are masked.
    pub fn debug_request(&self, texts: &mut Texts<'_>) -> Result<String, RequestError> {
        (self.debug_request)(texts)
    }

    /// Decodes an answer and says what `Debug` shows of it. Secrets are masked.
    pub fn debug_answer(&self, body: Body<'_>) -> Result<String, AnswerError> {
        (self.debug_answer)(body)
    }

    /// Decodes an answer into JSON. Secrets are masked.
    #[cfg(feature = "serde")]
    pub fn to_json(&self, body: Body<'_>) -> Result<serde_json::Value, AnswerError> {
        (self.to_json)(body)
    }
}

/// Writes the lists of endpoints: a new endpoint is added to its group here and nowhere else.
macro_rules! functions {
    ($($group:ident: $($endpoint:ident),+;)+) => {
        static SPECS: &[&Spec] = &[$($(<crate::$group::$endpoint as Endpoint>::SPEC),+),+];
        static FUNCTIONS: &[Function] = &[$($(Function::of::<crate::$group::$endpoint>()),+),+];
    };
}

functions! {
    autodialer: AutodialerChangeCampaignStatus, AutodialerGetCampaignIvrPollResults,
        AutodialerUploadNumbers;
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
#[must_use]
pub fn all() -> &'static [&'static Spec] {
    SPECS
}

/// All functions, in the order of [`all`].
#[must_use]
pub fn functions() -> &'static [Function] {
    FUNCTIONS
}

/// The function of this name, which may be an older one.
#[must_use]
pub fn find(name: &str) -> Option<&'static Function> {
    FUNCTIONS.iter().find(|function| function.spec.answers_to(name))
}
