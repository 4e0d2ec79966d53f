//! `device_callflow_update`: sets what a device does with calls in one state.

use mor_api::{Endpoint, FromXml, InvalidRequest, WireEnum};

use super::{Callflow, CallflowFault};
use crate::{DeviceId, DidId, Done};

/// Sets what a device does with calls in one state.
///
/// To forward needs `forward_to_device` or `external_number`, and takes at most one of `did_id`, `src_callerid`,
/// `custom` and `device_callerid` for the caller ID that is shown; that of the device is shown without any.
///
/// The places in the hash are those of the X5 server. The vendor's page does not say what is hashed; another client
/// hashes only the device, the state and the action.
#[derive(Debug, Clone, PartialEq, Eq, Endpoint)]
#[mor(
    function = "device_callflow_update",
    since = "X4",
    effect = write,
    response = UpdatedCallflow,
    fault = CallflowFault,
    verify = "`device_callflow_get` of the `device_id` shows the call flow",
    check = Self::check_action,
)]
pub struct DeviceCallflowUpdate {
    /// The device.
    #[hash(order = 1)]
    pub device_id: DeviceId,
    /// What to do. Older revisions of the vendor's page name it `action`; the server reads `callflow_action`.
    #[hash(order = 2)]
    pub callflow_action: SettableAction,
    /// The state in which to do it.
    #[hash(order = 3)]
    pub state: SettableState,
    /// The device to forward to, one of the same user.
    #[hash(order = 4)]
    pub forward_to_device: Option<DeviceId>,
    /// The number to forward to, digits only.
    #[hash(order = 5)]
    pub external_number: Option<String>,
    /// A forwarded call shows this DID, which must be assigned to the device.
    #[hash(order = 6)]
    pub did_id: Option<DidId>,
    /// A forwarded call shows the caller ID it came with.
    #[hash(order = 7)]
    pub src_callerid: Option<Chosen>,
    /// A forwarded call shows this text.
    #[hash(order = 8)]
    pub custom: Option<String>,
    /// The FAX device that takes faxes; for [`SettableAction::FaxDetect`].
    #[hash(order = 9)]
    pub fax_device: Option<DeviceId>,
    /// A forwarded call shows the caller ID of the device, as it does without any of these parameters.
    #[nohash]
    pub device_callerid: Option<Chosen>,
}

impl DeviceCallflowUpdate {
    /// Of several parameters that exclude each other the server would take the one sent first.
    #[inline]
    fn check_action(&self) -> Result<(), InvalidRequest> {
        let forward = self.callflow_action == SettableAction::Forward;
        let (param, problem) = match (&self.forward_to_device, &self.external_number) {
            (None, None) if forward => ("forward_to_device", "to forward, it or `external_number` is needed"),
            (Some(_), Some(_)) => ("forward_to_device", "it and `external_number` exclude each other"),
            _ if self.caller_ids() > 1 => {
                ("did_id", "it, `src_callerid`, `custom` and `device_callerid` exclude each other")
            }
            _ if self.detects_fax_too_late() => {
                ("callflow_action", "faxes can be detected only in the state `before_call`")
            }
            _ => return Ok(()),
        };
        Err(InvalidRequest::new(param, problem))
    }

    #[inline]
    fn caller_ids(&self) -> usize {
        let given = [
            self.did_id.is_some(),
            self.src_callerid.is_some(),
            self.custom.is_some(),
            self.device_callerid.is_some(),
        ];
        given.into_iter().filter(|given| *given).count()
    }

    #[inline]
    fn detects_fax_too_late(&self) -> bool {
        self.callflow_action == SettableAction::FaxDetect && self.state != SettableState::BeforeCall
    }
}

/// What a device does with calls in a state from now on. The server's words state the success; what follows them may
/// be missing.
#[derive(Debug, Clone, PartialEq, Eq, FromXml)]
#[mor(root = "page")]
pub struct UpdatedCallflow {
    /// The server's words for success.
    pub status: Done,
    /// Name of the device's user.
    pub user: Option<String>,
    /// Type and name of the device: `SIP/2201`.
    pub device: Option<String>,
    /// The state and its action.
    pub callflow: Option<Callflow>,
}

/// A state for which an action can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum SettableState {
    /// A call has come in.
    BeforeCall,
    /// Nobody answered.
    NoAnswer,
    /// The device is busy.
    Busy,
    /// The call failed.
    Failed,
}

/// An action that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum SettableAction {
    /// Nothing special.
    Empty,
    /// Forwards the call.
    Forward,
    /// Lets voicemail take it.
    Voicemail,
    /// Lets a FAX device take it if it is a fax; only in the state [`SettableState::BeforeCall`].
    FaxDetect,
}

/// The only documented value of a parameter that chooses by being there: the word `true`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, WireEnum)]
pub enum Chosen {
    /// It is chosen.
    True,
}

#[cfg(test)]
mod tests {
    use mor_api::Endpoint;

    use super::*;

    fn update(action: SettableAction, state: SettableState) -> DeviceCallflowUpdate {
        DeviceCallflowUpdate::new(DeviceId(1), action, state)
    }

    #[test]
    fn forwarding_needs_one_target() {
        let forward = update(SettableAction::Forward, SettableState::Busy);
        assert!(forward.check().is_err());
        assert!(forward.clone().external_number("370").check().is_ok());
        assert!(forward.external_number("370").forward_to_device(2).check().is_err());
    }

    #[test]
    fn one_caller_id_is_shown() {
        let forward = update(SettableAction::Forward, SettableState::Busy).external_number("370");
        assert!(forward.clone().src_callerid(Chosen::True).check().is_ok());
        assert!(forward.src_callerid(Chosen::True).custom("Desk").check().is_err());
    }

    #[test]
    fn faxes_are_detected_before_the_call() {
        assert!(update(SettableAction::FaxDetect, SettableState::BeforeCall).check().is_ok());
        assert!(update(SettableAction::FaxDetect, SettableState::Busy).check().is_err());
    }
}
