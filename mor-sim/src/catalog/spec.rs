//! A function from the declaration of an endpoint.

use mor_api::{HashSlot, Identity, Kind, ParamSpec, Spec};

use super::{CallerRule, Effect, Function, HashRule, Param, ParamType};

/// Describes the function that an endpoint declares. A `Spec` has no sample: add one by [`Function::with_sample`], or order
/// the answers by [`On::respond_with`](crate::On::respond_with).
///
/// The simulator then checks the hash by the list that the endpoint itself declares, so it finds mistakes in the client's
/// code, not in the declaration.
///
/// ```
/// use mor_api::{Client, Endpoint, FromXml};
/// use mor_sim::{Simulator, catalog::Function};
///
/// /// Creates a fax box.
/// #[derive(Debug, Clone, Endpoint)]
/// #[mor(function = "fax_box_create", effect = write, response = Created)]
/// struct FaxBoxCreate {
///     /// ID of the user.
///     #[hash(order = 1)]
///     user_id: u64,
/// }
///
/// #[derive(Debug, Clone, PartialEq, Eq, FromXml)]
/// #[mor(root = "page/status")]
/// struct Created {
///     success: String,
/// }
///
/// let function = Function::from(FaxBoxCreate::SPEC)
///     .with_sample("<page><status><success>Fax box created</success></status></page>");
/// let sim = Simulator::builder().function(function).start()?;
///
/// let client = Client::builder(sim.url()).username("admin").api_key("secret").build_blocking()?;
/// assert_eq!(client.send(&FaxBoxCreate::new(2_u64))?.success, "Fax box created");
/// assert_eq!(sim.ledger()[0].param("user_id"), Some("2"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl From<&Spec> for Function {
    fn from(spec: &Spec) -> Self {
        let effect = match spec.effect {
            mor_api::Effect::Read => Effect::Read,
            mor_api::Effect::Write => Effect::Write,
            mor_api::Effect::Session => Effect::Session,
        };
        let mut function = Self::new(spec.function, effect);
        let owned = |text: Option<&str>| text.unwrap_or_default().to_owned();
        function.aliases = spec.aliases.iter().map(|alias| (*alias).to_owned()).collect();
        (function.since, function.addon) = (owned(spec.since), owned(spec.addon));
        spec.doc.clone_into(&mut function.summary);
        function.params = spec.params.iter().map(param).collect();
        if !spec.signed {
            function.hash = HashRule::None;
        }
        for (slot, place) in spec.hash_order.iter().zip(1..) {
            place_in_hash(&mut function, spec, *slot, place);
        }
        function.caller = match spec.caller {
            _ if function.params.iter().any(|param| param.name == "u" && param.hash_order.is_some()) => {
                CallerRule::Hashed
            }
            Identity::None => CallerRule::None,
            _ => CallerRule::Sent,
        };
        function
    }
}

fn param(spec: &ParamSpec) -> Param {
    let mut param = Param::new(spec.name).with_kind(kind(spec.kind));
    param.required = spec.required;
    spec.doc.clone_into(&mut param.doc);
    if let Kind::Choice(values) | Kind::OpenChoice(values) = spec.kind {
        param.values = values.iter().map(|value| (*value).to_owned()).collect();
    }
    param
}

fn place_in_hash(function: &mut Function, spec: &Spec, slot: HashSlot, place: u32) {
    let (index, other) = match slot {
        HashSlot::Caller => {
            let mut caller = Param::new("u").hashed(place);
            if let Identity::HashedUnless(_, username) = spec.caller {
                caller.unhashed_value = Some(username.to_owned());
            }
            return function.params.push(caller);
        }
        HashSlot::Password => return function.params.push(Param::new("p").hashed(place)),
        HashSlot::Param(index) => (index, None),
        HashSlot::ParamUnless(index, other) => (index, spec.params.get(other)),
    };
    if let Some(param) = function.params.get_mut(index) {
        param.hash_order = Some(place);
        param.hashed_unless = other.map(|other| other.name.to_owned());
    }
}

fn kind(kind: Kind) -> ParamType {
    match kind {
        Kind::Integer => ParamType::Integer,
        Kind::Decimal | Kind::Money => ParamType::Decimal,
        Kind::Choice(_) | Kind::OpenChoice(_) => ParamType::Enum,
        Kind::Flag => ParamType::Bool01,
        Kind::FlagWord => ParamType::BoolWord,
        Kind::UnixTime => ParamType::UnixTime,
        Kind::DateTime | Kind::ServerTime => ParamType::Datetime,
        Kind::Date => ParamType::Date,
        Kind::List => ParamType::IdList,
        Kind::Email => ParamType::Email,
        Kind::Ip => ParamType::Ip,
        Kind::Phone => ParamType::Phone,
        Kind::File => ParamType::File,
        Kind::Xml => ParamType::Xml,
        _ => ParamType::String,
    }
}
