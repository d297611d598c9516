"""A sentence-embedding model by path: ONNX and its tokenizer as published, read from the disk and never fetched."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from coretech.engines.matching.weighing import Floats
from coretech.kit.refusal import Refused, bad_input

FIELD = "model"
_MODELS = ("model.onnx", "onnx/model.onnx")
_TOKENIZER = "tokenizer.json"
_MOST = 512
_PROBE = "量子 technology"
_KINDS: Mapping[str, Any] = {"tensor(int64)": np.int64, "tensor(int32)": np.int32}
_TOKENS = 3
"""The axes of an output with a vector for each token: texts, tokens, and the vector's own."""


class Embedding:
    """Turns a text into a vector of length one: the mean of the vectors its tokens have.

    One text at a time: on a processor the filling of a batch costs more than it saves, and a text's vector never
    depends on its neighbours.
    """

    def __init__(self, folder: Path, threads: int = 0) -> None:
        """Load ``model.onnx`` (there or under ``onnx/``) and ``tokenizer.json``; 0 threads are as many as there are.

        Raises:
            Refused: (HTTP 422) where they are not there, cannot be read, or do not fit each other.
        """
        model, tokenizer = _files(folder)
        self._tokenizer = _tokenizer(tokenizer)
        self._session = _session(model, threads)
        self._inputs = {each.name: each.type for each in self._session.get_inputs()}
        self._output = _output(self._session, model)
        known = {"input_ids", "attention_mask", "token_type_ids"}
        if (
            "input_ids" not in self._inputs
            or self._inputs.keys() - known
            or set(self._inputs.values()) - _KINDS.keys()
        ):
            raise _misfit(
                model, f"輸入是 {'、'.join(self._inputs)}", f"its inputs are {', '.join(self._inputs)}"
            )
        self._model = model
        self.vector(_PROBE)

    def vector(self, text: str) -> Floats | None:
        """The text's vector; none where it has no token.

        Raises:
            Refused: (HTTP 422) where the model cannot take the tokenizer's tokens.
        """
        encoded = self._tokenizer.encode(text)
        if not encoded.ids:
            return None
        given = {
            "input_ids": encoded.ids,
            "attention_mask": encoded.attention_mask,
            "token_type_ids": encoded.type_ids,
        }
        feed = {name: np.array([given[name]], dtype=_KINDS[kind]) for name, kind in self._inputs.items()}
        tokens = self._run(feed)
        mean = tokens.mean(axis=0)
        length = float(np.linalg.norm(mean))
        return np.asarray(mean / length if length else mean, dtype=np.float32)

    def _run(self, feed: Mapping[str, npt.NDArray[Any]]) -> Floats:
        """A vector a token."""
        try:
            (found,) = self._session.run([self._output], feed)
        except Exception as error:  # noqa: BLE001 - the runtime's own errors share no other base
            says = str(error).strip().partition("\n")[0]
            raise _misfit(self._model, f"無法執行（{says}）", f"it cannot be run ({says})") from None
        tokens = np.asarray(found, dtype=np.float32)
        if tokens.ndim != _TOKENS or tokens.shape[:2] != (1, len(feed["input_ids"][0])):
            raise _misfit(
                self._model,
                f"輸出的形狀是 {tokens.shape}",
                f"its output has the shape {tokens.shape}",
            )
        if not np.isfinite(tokens).all():
            raise _misfit(self._model, "輸出不是有限的數值", "its output is no finite number")
        return np.asarray(tokens[0])


class Likened:
    """A catalogue's texts as vectors, to liken others to."""

    def __init__(self, model: Embedding, texts: Sequence[str]) -> None:
        """Take the catalogue's texts."""
        self._model = model
        vectors = [model.vector(text) for text in texts]
        size = next((len(each) for each in vectors if each is not None), 1)
        self._items = np.zeros((len(texts), size), dtype=np.float32)
        for place, each in enumerate(vectors):
            if each is not None:
                self._items[place] = each

    def scores(self, text: str) -> Floats:
        """For each item the cosine, and 0 where that is below 0 or either has no token."""
        vector = self._model.vector(text)
        if vector is None or not self._items.any():
            return np.zeros(len(self._items), dtype=np.float32)
        return np.asarray(np.clip(self._items @ vector, 0, 1), dtype=np.float32)


def _files(folder: Path) -> tuple[Path, Path]:
    if not folder.is_dir():
        raise bad_input(
            FIELD,
            f"{folder}：沒有這個資料夾；請給放著 model.onnx 與 tokenizer.json 的資料夾。",
            f"{folder}: there is no such folder; name the one that holds model.onnx and tokenizer.json.",
        )
    model = next((folder / name for name in _MODELS if (folder / name).is_file()), None)
    tokenizer = folder / _TOKENIZER
    if model is None or not tokenizer.is_file():
        lacks = _MODELS[0] if model is None else _TOKENIZER
        raise bad_input(
            FIELD,
            f"{folder}：沒有 {lacks}；請把模型匯出成 ONNX，連同其 tokenizer.json 放在這裡。",
            f"{folder}: there is no {lacks}; export the model as ONNX and put it here with its tokenizer.json.",
        )
    return model, tokenizer


def _tokenizer(file: Path) -> Any:  # noqa: ANN401 - its package is an extra
    try:
        from tokenizers import Tokenizer  # noqa: PLC0415 - an extra, brought when it is asked for
    except ImportError:
        raise _extra() from None
    try:
        found = Tokenizer.from_file(str(file))
    except Exception as error:  # noqa: BLE001 - the package raises nothing more exact
        raise _unreadable(file, str(error)) from None
    if found.truncation is None:
        found.enable_truncation(_MOST)
    found.no_padding()
    return found


def _session(file: Path, threads: int) -> Any:  # noqa: ANN401 - its package is an extra
    try:
        import onnxruntime  # noqa: PLC0415 - an extra, brought when it is asked for
    except ImportError:
        raise _extra() from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # noqa: BLE001 - the runtime's own errors share no other base
        raise _unreadable(file, str(error)) from None


def _output(session: Any, file: Path) -> str:  # noqa: ANN401 - its package is an extra
    """The first output with a vector for each token."""
    outputs = session.get_outputs()
    found = next((each.name for each in outputs if len(each.shape) == _TOKENS), None)
    if found is None:
        shapes = ", ".join(f"{each.name} {each.shape}" for each in outputs)
        raise _misfit(file, f"輸出是 {shapes}", f"its outputs are {shapes}")
    return str(found)


def _extra() -> Refused:
    return bad_input(
        FIELD,
        "--model 需要額外安裝：pip install 'coretech[embedding]'",
        "--model needs more to be installed: pip install 'coretech[embedding]'",
    )


def _unreadable(file: Path, says: str) -> Refused:
    first = says.strip().partition("\n")[0]
    return bad_input(
        FIELD,
        f"{file}：無法讀取（{first}）；請重新匯出。",
        f"{file}: cannot be read ({first}); export it again.",
    )


def _misfit(file: Path, zh: str, en: str) -> Refused:
    return bad_input(
        FIELD,
        f"{file}：不是可用的句向量模型：{zh}；"
        "應輸入 input_ids（可加 attention_mask、token_type_ids），每個詞元輸出一個向量，並與其 tokenizer.json 相配。",
        f"{file}: is no sentence-embedding model that can be used: {en}. It should take input_ids (and may take "
        "attention_mask and token_type_ids), give a vector for each token, and belong to its tokenizer.json.",
    )
