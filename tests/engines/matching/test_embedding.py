"""A model by path: the mean of its tokens' vectors, its share of a score, and what is refused with what to do."""

from pathlib import Path

import numpy as np
import pytest

from coretech.engines.matching.answering import Answering, Recipe
from coretech.engines.matching.embedding import Embedding
from coretech.kit.refusal import Refused
from tests.engines.matching.tiny_model import WORDS, model_in

CATALOGUE = ("衛星", "密碼")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return model_in(tmp_path_factory.mktemp("model"))


def scores(recipe: Recipe, text: str) -> dict[int, float]:
    (found,) = Answering(recipe).answers([text])
    return {answer.item: answer.score for answer in found}


def test_a_vector_is_the_mean_of_its_tokens_and_of_length_one(folder: Path) -> None:
    model = Embedding(folder)

    vector = model.vector("Orbit 密碼 密碼")

    assert vector is not None
    assert vector == pytest.approx(np.array([1, 2, 0]) / np.sqrt(5))
    assert model.vector("") is None


def test_a_score_is_a_mean_of_both_by_the_weight_asked_for(folder: Path) -> None:
    text = "orbit cipher cipher"
    lexical = scores(Recipe(CATALOGUE, 2), text)
    alone = scores(Recipe(CATALOGUE, 2, model=str(folder), model_weight=1), text)
    both = scores(Recipe(CATALOGUE, 2, model=str(folder)), text)
    none = scores(Recipe(CATALOGUE, 2, model=str(folder), model_weight=0), text)

    assert alone == pytest.approx({0: 1 / np.sqrt(5), 1: 2 / np.sqrt(5)}, abs=1e-6)
    assert both == pytest.approx({item: (lexical[item] + alone[item]) / 2 for item in (0, 1)}, abs=1e-6)
    assert none == pytest.approx(lexical)


def test_a_text_or_item_without_a_token_is_like_nothing(folder: Path) -> None:
    recipe = Recipe(("", "密碼"), 2, model=str(folder), model_weight=1)

    assert scores(recipe, "cipher") == pytest.approx({1: 1, 0: 0}, abs=1e-6)
    assert scores(recipe, " ") == {0: 0, 1: 0}


def test_a_text_has_the_same_vector_whatever_stands_beside_it(folder: Path) -> None:
    engine = Answering(Recipe(CATALOGUE, 2, model=str(folder)))
    texts = ["orbit", "cipher " * 3_000, "衛星 密碼"]

    assert list(engine.answers(texts)) == [each for text in texts for each in engine.answers([text])]


def test_a_model_under_onnx_is_found_as_it_is_published(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "onnx").mkdir()
    (tmp_path / "onnx" / "model.onnx").write_bytes((folder / "model.onnx").read_bytes())
    (tmp_path / "tokenizer.json").write_bytes((folder / "tokenizer.json").read_bytes())

    assert Embedding(tmp_path).vector("衛星") is not None


def test_what_is_not_there_is_named_with_what_to_do(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes((folder / "model.onnx").read_bytes())

    assert "no such folder" in refused(tmp_path / "nowhere")
    assert "no tokenizer.json; export the model as ONNX" in refused(tmp_path)
    (tmp_path / "model.onnx").rename(tmp_path / "tokenizer.json")
    assert "no model.onnx" in refused(tmp_path)


@pytest.mark.parametrize("file", ["model.onnx", "tokenizer.json"])
def test_a_damaged_file_is_named(file: str, tmp_path: Path) -> None:
    (model_in(tmp_path) / file).write_bytes(b"{}")

    assert f"{file}: cannot be read" in refused(tmp_path)


def test_what_is_no_such_model_is_told_by_its_shapes(tmp_path: Path) -> None:
    assert "its inputs are pixels" in refused(model_in(tmp_path / "a", inputs=["pixels"]))
    assert "its outputs are text ['batch', 3]" in refused(model_in(tmp_path / "b", pooled=True))


def test_a_tokenizer_of_another_model_is_refused(tmp_path: Path) -> None:
    many = [*WORDS, *(f"w{number}" for number in range(9)), "量子", "technology"]

    assert "it cannot be run" in refused(model_in(tmp_path, words=many))


def refused(folder: Path) -> str:
    with pytest.raises(Refused) as error:
        Embedding(folder)
    assert error.value.status == 422
    assert error.value.field == "model"
    return error.value.sentence.en
