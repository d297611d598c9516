"""The law's figures as dated data: which number, since when, by which article."""

from coretech.law.parameters.figures import Figures
from coretech.law.parameters.shape import ParameterError
from coretech.law.parameters.store import ENACTED, Parameters

__all__ = ["ENACTED", "Figures", "ParameterError", "Parameters"]
